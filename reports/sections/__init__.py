"""Parts that several documents share: head, parties, lines, totals, signatures."""
