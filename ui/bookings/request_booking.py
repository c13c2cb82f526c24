"""From a request to an appointment: the wish that was typed, and the command that ends the request."""

from dataclasses import fields

from app.bookings import BookAppointment
from app.bookings.request_reads import RequestRow
from app.bookings.requests import BookRequest
from app.kernel.clock import zone
from models.wish_words import parse_wish
from models.wishes import Understood, Wish
from ui.shell.desk import Desk


def wish_of(row: RequestRow, desk: Desk) -> Understood:
    """When it suits them, as far as it was understood."""
    return parse_wish(
        row.wish, today=desk.formats.today(), zone=zone(desk.center.time_zone), base=Wish()
    )


def says_length(understood: Understood) -> bool:
    """Whether a length was typed."""
    return any(chip.kind == "length" for chip in understood.chips)


def for_request(command: BookAppointment, row: RequestRow) -> BookRequest:
    """The same appointment, of a request."""
    told = {each.name: getattr(command, each.name) for each in fields(command)}
    return BookRequest(**told, request_id=row.id, version=row.version)
