"""What a server answers when it does not do what was asked."""

from http import HTTPStatus

from sync.wire.push import Code, Problem


class ProblemError(Exception):
    """Ends a request: the status, and the body that says why."""

    def __init__(
        self,
        status: HTTPStatus,
        code: Code,
        reason: str,
        *,
        field: str | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.body = Problem(code=code.value, reason=reason, field=field, retry_after=retry_after)


def unparsable(reason: str) -> ProblemError:
    """The body cannot be read at all."""
    return ProblemError(HTTPStatus.BAD_REQUEST, Code.UNPARSABLE, reason)


def not_found() -> ProblemError:
    """Nothing there, or nothing that is yours: the same words for both."""
    return ProblemError(HTTPStatus.NOT_FOUND, Code.NOT_FOUND, "there is nothing here")


def too_many(retry_after: int) -> ProblemError:
    """Too many guesses; `retry_after` in seconds."""
    return ProblemError(
        HTTPStatus.TOO_MANY_REQUESTS,
        Code.TOO_MANY,
        "too many attempts: wait before the next one",
        retry_after=retry_after,
    )
