"""What was read from a picture, as plain rows, and what letters on it mean. Pure: no picture, no base, no clock.

Rules, named in their tests:

R1  A reading is a proposal: nothing here writes.
R2  A letter is exchanged for its look-alike only as a suggestion that says so.
R3  What is doubtful is not told as a value: none is better than wrong.
"""

from models.recognition.certificates import (
    CERTIFICATE_FIELDS,
    Found,
    certificate_form,
    find_certificate,
)
from models.recognition.decisions import DecidedInvoice, Decision, Verdict, journal_of
from models.recognition.invoices import InvoiceFound, find_invoice, meant_code
from models.recognition.meaning import meaning_of
from models.recognition.odometers import vote_odometer
from models.recognition.rows import (
    CERTAIN,
    READABLE,
    Box,
    Candidate,
    Document,
    FieldName,
    Form,
    Glyph,
    GoodsLine,
    Note,
    NoteKind,
    Pass,
    PictureReading,
    ReadField,
    Why,
    Word,
)
from models.recognition.vins import MADE_FOR_VIN, vote_vin
from models.recognition.words import TextLine, lines_of

__all__ = [
    "CERTAIN",
    "CERTIFICATE_FIELDS",
    "MADE_FOR_VIN",
    "READABLE",
    "Box",
    "Candidate",
    "DecidedInvoice",
    "Decision",
    "Document",
    "FieldName",
    "Form",
    "Found",
    "Glyph",
    "GoodsLine",
    "InvoiceFound",
    "Note",
    "NoteKind",
    "Pass",
    "PictureReading",
    "ReadField",
    "TextLine",
    "Verdict",
    "Why",
    "Word",
    "certificate_form",
    "find_certificate",
    "find_invoice",
    "journal_of",
    "lines_of",
    "meaning_of",
    "meant_code",
    "vote_odometer",
    "vote_vin",
]
