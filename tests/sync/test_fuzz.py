"""The OpenAPI document is the contract: a fuzzer looks for answers that it does not promise."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)

from tests.sync.people import Desk, Person
from tests.sync.running import Server

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = 20
OPERATIONS = {
    "get /v1/versions",
    "post /v1/pair",
    "post /v1/push",
    "post /v1/have",
    "get /v1/changes",
    "get /v1/device",
    "post /v1/device/rotate",
    "post /v1/keys",
}


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, dict[str, str], str]]:
    """The document as schemathesis reads it, a device's header, and the server's address."""
    folder: Path = tmp_path_factory.mktemp("fuzzed")
    url = f"sqlite:///{folder / 's.sqlite'}"
    with Server(url, folder / "log", durable="false") as server, server.client() as client:
        boss = Person(server.url)
        boss.come_in(url)
        desk = Desk(client, boss)
        desk.pair(boss.pairing_code())
        boss.close()
        document = client.get("/v1/openapi.json").json()
        yield schemathesis.openapi.from_dict(document), desk.auth, server.url


def test_the_document_names_every_operation(fuzzed: tuple[Any, dict[str, str], str]) -> None:
    found = {
        f"{each.ok().method} {each.ok().path}".lower() for each in fuzzed[0].get_all_operations()
    }
    assert found == OPERATIONS


@pytest.mark.parametrize("operation", sorted(OPERATIONS))
@pytest.mark.parametrize("known", [True, False], ids=["device", "stranger"])
def test_no_answer_breaks_the_contract(
    fuzzed: tuple[Any, dict[str, str], str],
    operation: str,
    known: Any,  # noqa: ANN401 - a parameter of pytest
) -> None:
    document, auth, url = fuzzed
    method, path = operation.split(" ")
    headers = auth if known else {}
    statuses: set[int] = set()

    @hypothesis.settings(
        max_examples=EXAMPLES,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.generate],
    )
    @hypothesis.given(case=document[path][method].as_strategy())
    def ask(case: Any) -> None:  # noqa: ANN401 - schemathesis's own
        answer = case.call_and_validate(base_url=url, headers=headers, checks=CHECKS)
        statuses.add(answer.status_code)

    ask()
    assert statuses
    assert known or "pair" in path or "versions" in path or 200 not in statuses
