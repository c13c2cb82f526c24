"""Files of rows in and out: price lists, customers, vehicles, opening stock."""
