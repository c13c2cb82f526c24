"""The way of a record to the CarPass server and back."""
