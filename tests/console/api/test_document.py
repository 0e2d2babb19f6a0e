"""The description of the API: it is there for everybody, it is whole, and it is what OpenAPI 3.1 wants."""

from jsonschema import Draft202012Validator

from bot.console.api.application import api, operations
from bot.store import Store
from tests.console.api.programs import DOCUMENT, Program
from tests.console.desks import Console, catalogues


async def test_everybody_may_read_it(console: Console) -> None:
    answer = await Program(console, None).get("/openapi.json")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json() == DOCUMENT


def test_every_route_is_in_it_and_nothing_else(store: Store) -> None:
    routes = {route.path for route in api(Console(store).desk).routes}  # type: ignore[attr-defined]
    assert routes == {"/openapi.json", *DOCUMENT["paths"]}
    assert len({one.name for one in operations()}) == len(DOCUMENT["paths"])


def test_what_the_audit_keeps_has_words() -> None:
    noted = [one.noted for one in operations() if one.noted]
    assert noted
    assert all(catalogues().has(f"console.audit.what.{what}") for what in noted)


def test_every_value_of_an_address_is_described() -> None:
    for path, methods in DOCUMENT["paths"].items():
        named = {part[1:-1] for part in path.split("/") if part.startswith("{")}
        described = {one["name"] for one in methods["get"]["parameters"] if one["in"] == "path"}
        assert named == described


def test_its_schemas_are_schemas_and_lead_nowhere_else() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) == set(schema["properties"])
    named = {name.removeprefix("#/components/schemas/") for name in _references(DOCUMENT)}
    assert named <= schemas.keys()


def _references(node: object) -> set[str]:
    if isinstance(node, dict):
        own = {node["$ref"]} if "$ref" in node else set()
        return own.union(*(_references(value) for value in node.values()))
    return set().union(*map(_references, node)) if isinstance(node, list) else set()
