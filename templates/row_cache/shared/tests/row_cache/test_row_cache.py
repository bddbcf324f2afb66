"""Rows that are kept for a while: the same in memory and in Redis."""

import asyncio
from collections.abc import Callable
from uuid import uuid4

import pytest

from shared.row_cache import RowCache, RowName


def name_row(entity: str = "loan") -> RowName:
    """Name a row that nobody else knows."""
    return RowName(entity, uuid4())


async def fill(cache: RowCache, row: RowName, text: str) -> None:
    """Do what a reader does who finds nothing."""
    kept = await cache.find(row)
    assert kept.text is None
    await cache.keep(kept, text)


async def read(cache: RowCache, row: RowName) -> str | None:
    """Give what is kept of a row."""
    return (await cache.find(row)).text


async def test_a_row_is_asked_for_once(caches: Callable[[], RowCache]) -> None:
    """Whatever process reads it next."""
    row = name_row()
    await fill(caches(), row, '{"name": "=Ядро! ?"}')
    assert await read(caches(), row) == '{"name": "=Ядро! ?"}'
    assert await read(caches(), name_row()) is None


async def test_a_row_is_kept_for_a_while(cache: RowCache) -> None:
    """Then it is asked for again."""
    row = name_row()
    await fill(cache, row, "old")
    await asyncio.sleep(0.4)
    await fill(cache, row, "new")
    assert await read(cache, row) == "new"


async def test_the_first_reader_keeps_it(caches: Callable[[], RowCache]) -> None:
    """Of several who find nothing."""
    row, mine, theirs = name_row(), caches(), caches()
    first, second = await mine.find(row), await theirs.find(row)
    await theirs.keep(second, "theirs")
    assert await read(theirs, row) is None
    await mine.keep(first, "mine")
    assert await read(theirs, row) == "mine"


async def test_a_change_leaves_nothing(caches: Callable[[], RowCache]) -> None:
    """Nor does one that fails, since nobody knows what has come of it."""
    row, other, writer, reader = name_row(), name_row(), caches(), caches()
    await fill(reader, other, "other")
    await fill(reader, row, "old")
    async with writer.changing([row]):
        assert await read(reader, row) is None
    await fill(reader, row, "new")
    with pytest.raises(ValueError, match="lost"):
        async with writer.changing([row]):
            raise ValueError("lost")  # noqa: EM101  # whatever it is
    assert await read(reader, row) is None
    assert await read(reader, other) == "other"


async def test_what_was_read_before_a_change_is_not_kept(caches: Callable[[], RowCache]) -> None:
    """However late the reader comes with it."""
    row, writer, reader = name_row(), caches(), caches()
    late = await reader.find(row)
    async with writer.changing([row]):
        meanwhile = await reader.find(row)
        await reader.keep(meanwhile, "old")
        assert await read(reader, row) is None
    await reader.keep(late, "old")
    await reader.keep(meanwhile, "old")
    assert await read(reader, row) is None


async def test_what_goes_along_is_forgotten_whole(caches: Callable[[], RowCache]) -> None:
    """Where a deletion takes others with it, nobody knows which."""
    user, loan, late, writer, reader = (
        name_row("user"),
        name_row("loan"),
        name_row("loan"),
        caches(),
        caches(),
    )
    await fill(reader, loan, "old")
    found = await reader.find(late)
    async with writer.changing([user], ["loan"]):
        pass
    await reader.keep(found, "old")
    assert await read(reader, late) is None
    await fill(reader, loan, "new")
    assert await read(reader, loan) == "new"


@pytest.mark.parametrize("count", [20])
async def test_readers_and_writers_at_once(count: int, caches: Callable[[], RowCache]) -> None:
    """After every write whoever reads gets it, or asks the data API."""
    row, data_api = name_row(), {"version": 0}

    async def work(cache: RowCache) -> None:
        for _ in range(count):
            kept = await cache.find(row)
            answered = data_api["version"]
            await asyncio.sleep(0.001)
            await cache.keep(kept, str(answered))

    async def write(cache: RowCache) -> None:
        for version in range(1, count + 1):
            async with cache.changing([row]):
                await asyncio.sleep(0.001)
                data_api["version"] = version
            assert await read(cache, row) in {None, str(version)}
            await asyncio.sleep(0.002)

    await asyncio.gather(write(caches()), *(work(caches()) for _ in range(4)))
    assert await read(caches(), row) in {None, str(count)}
