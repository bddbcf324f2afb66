"""As much of MongoDB as the service uses, in memory: what it does is tried without a server."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from copy import deepcopy
from operator import ge, gt, le, lt
from typing import Any
from unittest.mock import MagicMock

from pymongo import IndexModel, UpdateOne
from pymongo.errors import DuplicateKeyError

# What stands in documents and conditions is known at run time only.
Json = dict[str, Any]
_Wanted = Any

_ORDERED: Mapping[str, Callable[[Any, Any], object]] = {
    "$gt": gt,
    "$gte": ge,
    "$lt": lt,
    "$lte": le,
}


def values_at(document: object, path: str) -> list[Any]:
    """Give everything that stands at a path, inside lists as well."""
    if not path:
        return [document]
    name, _, rest = path.partition(".")
    if isinstance(document, list):
        if name.isdigit():
            return [each for part in document[int(name) :][:1] for each in values_at(part, rest)]
        return [each for part in document for each in values_at(part, path)]
    if isinstance(document, dict) and name in document:
        return values_at(document[name], rest)
    return []


def _holds(values: Sequence[Any], operator: str, wanted: _Wanted) -> bool:
    if operator == "$exists":
        return bool(values) == bool(wanted)
    if operator == "$ne":
        return wanted not in values
    if operator == "$all":
        return all(_holds(values, "$elemMatch", each["$elemMatch"]) for each in wanted)
    return any(_suits(value, operator, wanted) for value in values)


def _suits(value: _Wanted, operator: str, wanted: _Wanted) -> bool:
    if operator == "$in":
        return value in wanted
    if operator == "$elemMatch":
        return any(meets(part, wanted) for part in value)
    if operator == "$eq":
        return bool(value == wanted)
    return value is not None and bool(_ORDERED[operator](value, wanted))


def meets(document: Mapping[str, Any], conditions: Mapping[str, Any]) -> bool:
    """Tell whether a document meets all conditions."""
    for name, wanted in conditions.items():
        if name == "$and":
            holds = all(meets(document, each) for each in wanted)
        elif name == "$or":
            holds = any(meets(document, each) for each in wanted)
        else:
            asked = wanted if isinstance(wanted, dict) else {"$eq": wanted}
            values = values_at(document, name)
            holds = all(_holds(values, operator, value) for operator, value in asked.items())
        if not holds:
            return False
    return True


class MemoryCursor:
    """Documents that were found."""

    def __init__(self, found: list[Json]) -> None:
        self._found = found

    def sort(self, order: Sequence[tuple[str, int]]) -> "MemoryCursor":
        """Put them in order."""
        for name, direction in reversed(order):
            place_of = {id(each): min(values_at(each, name), default=0) for each in self._found}
            self._found.sort(key=lambda each: place_of[id(each)], reverse=direction < 0)
        return self

    def limit(self, count: int) -> "MemoryCursor":
        """Give no more than these; 0 is all."""
        self._found = self._found[:count] if count else self._found
        return self

    async def __aiter__(self) -> AsyncIterator[Json]:
        """Give one after the other."""
        for document in self._found:
            yield document


class MemoryCollection:
    """Documents by their ids."""

    def __init__(self) -> None:
        self.documents: dict[object, Json] = {}
        self.indexes: dict[str, Json] = {}

    def find(self, conditions: Json, _projection: Json | None = None) -> MemoryCursor:
        """Find documents."""
        return MemoryCursor([deepcopy(each) for each in self._matching(conditions)])

    async def find_one(self, conditions: Json, _projection: Json | None = None) -> Json | None:
        """Find one document."""
        return next((deepcopy(each) for each in self._matching(conditions)), None)

    async def update_one(
        self,
        conditions: Json,
        update: Json,
        *,
        upsert: bool = False,
        array_filters: Sequence[Json] = (),
    ) -> MagicMock:
        """Change one document, or make it."""
        found = self._matching(conditions)[:1]
        if not found and upsert:
            if conditions["_id"] in self.documents:
                message = "taken"
                raise DuplicateKeyError(message, details={"keyPattern": {"_id": 1}})
            self.documents[conditions["_id"]] = {"_id": conditions["_id"]}
            found = [self.documents[conditions["_id"]]]
        for document in found:
            _apply(document, conditions, deepcopy(update), array_filters)
        return MagicMock(matched_count=len(found))

    async def update_many(self, conditions: Json, update: Json) -> None:
        """Change all that match."""
        for document in self._matching(conditions):
            _apply(document, conditions, deepcopy(update), ())

    async def bulk_write(self, updates: Sequence[UpdateOne], *, ordered: bool) -> None:
        """Change several documents."""
        assert not ordered
        for each in updates:
            conditions, update = each._filter, each._doc
            assert isinstance(update, dict)
            await self.update_one(dict(conditions), update)

    async def delete_one(self, conditions: Json) -> MagicMock:
        """Remove one document."""
        found = self._matching(conditions)[:1]
        for document in found:
            del self.documents[document["_id"]]
        return MagicMock(deleted_count=len(found))

    async def delete_many(self, conditions: Json) -> None:
        """Remove all that match."""
        for document in self._matching(conditions):
            del self.documents[document["_id"]]

    async def index_information(self) -> dict[str, Json]:
        """Give the indexes."""
        return dict(self.indexes)

    async def create_indexes(self, models: Sequence[IndexModel]) -> None:
        """Make indexes that are not there."""
        for model in models:
            self.indexes.setdefault(str(model.document["name"]), dict(model.document))

    async def drop_index(self, name: str) -> None:
        """Drop an index."""
        del self.indexes[name]

    def _matching(self, conditions: Json) -> list[Json]:
        return [each for each in self.documents.values() if meets(each, conditions)]


def _apply(document: Json, conditions: Json, update: Json, filters: Sequence[Json]) -> None:
    for path, value in update.get("$set", {}).items():
        _set(document, path, value, conditions, filters)
    for name in update.get("$unset", {}):
        document.pop(name, None)
    for name, value in update.get("$inc", {}).items():
        document[name] = document[name] + value
    for name, value in update.get("$push", {}).items():
        document.setdefault(name, []).extend(value["$each"])
    for name, wanted in update.get("$pull", {}).items():
        parts = document.get(name, [])
        document[name] = [part for part in parts if not meets(part, wanted)]


def _set(
    document: Json,
    path: str,
    value: object,
    conditions: Json,
    filters: Sequence[Json],
) -> None:
    name, _, rest = path.partition(".")
    if not rest:
        document[name] = value
        return
    place, _, field = rest.partition(".")
    if place == "$":
        wanted = conditions[name]["$elemMatch"]
        next(part for part in document[name] if meets(part, wanted))[field] = value
        return
    for part in document[name]:
        if all(meets({"own": part}, each) for each in filters):
            part[field] = value


class MemoryMongo:
    """A client and its one database."""

    def __init__(self) -> None:
        self.collections: dict[str, MemoryCollection] = {}
        self.commands: list[tuple[object, ...]] = []
        self.refusals: list[Exception] = []
        self.is_open = True

    def get_default_database(self) -> "MemoryMongo":
        """Give the database."""
        return self

    def __getitem__(self, name: str) -> MemoryCollection:
        """Give a collection."""
        return self.collections.setdefault(name, MemoryCollection())

    async def command(self, *command: object, validator: Json | None = None) -> None:
        """Note a command, or refuse it."""
        self.commands.append((*command, validator))
        if self.refusals:
            raise self.refusals.pop(0)

    async def close(self) -> None:
        """Close the client."""
        self.is_open = False
