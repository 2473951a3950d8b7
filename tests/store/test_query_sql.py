"""Narrowing in SQL is right always: it is compared with TinyDB's own answers, and each known pitfall has its test."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import Query, TinyDB, where
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage

from supervisor_tui.store.database import Database
from supervisor_tui.store.query_sql import narrow
from supervisor_tui.store.table import RowTable

Document = dict[str, Any]


def answers(database: Database, documents: list[Document], query: Any) -> tuple[list[Any], list[Any]]:
    """Give what our table and TinyDB's own answer; indexed and not, it must be the same."""
    table = database.table("compared", indexed=("a", "b.a"))
    table.truncate()
    table.insert_multiple(documents)
    plain = TinyDB(storage=MemoryStorage)
    plain.insert_multiple(documents)
    return list(map(dict, table.search(query))), list(map(dict, plain.search(query)))


keys = st.sampled_from(["a", "b", "größe", "x y", 'q"'])
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([2**53, 2**53 + 1, 2**63, 2**64 + 1, -(2**63), 0.1 + 0.2, 1.0, 5e-324, 4.999999999999999]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "a", "b", "[1,2]", "1", "null", "true", "x\0y", "x", "\U0001f600", "é", "e\u0301"]),
    st.text(max_size=3).filter(lambda text: text.isprintable()),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2),
    max_leaves=4,
)
documents = st.lists(st.dictionaries(keys, values, max_size=3), max_size=6)
paths = st.lists(keys, min_size=1, max_size=2)


@st.composite
def leaves(draw: st.DrawFn) -> QueryInstance:
    query = Query()
    for key in draw(paths):
        query = query[key]
    value = draw(values)
    simple = draw(st.one_of(st.integers(-3, 3), st.sampled_from(["a", "b", 0.5])))
    several = draw(st.lists(scalars, max_size=3))
    made: QueryInstance = draw(
        st.sampled_from(
            [
                lambda: query == value,
                lambda: query != value,
                lambda: query < simple,
                lambda: query <= simple,
                lambda: query > simple,
                lambda: query >= simple,
                query.exists,
                lambda: query.matches("a|x", flags=re.IGNORECASE),
                lambda: query.search("b"),
                lambda: query.one_of(several),
                lambda: query.any(several),
                lambda: query.all(several),
                lambda: query.test(bool),
                lambda: query.fragment({"a": value}),
                lambda: Query().fragment({"b": value}),
                lambda: query.map(str) == "1",
                lambda: Query().noop(),
            ]
        )
    )()
    return made


queries = st.recursive(
    leaves(),
    lambda inner: st.one_of(
        st.builds(lambda one, other: one & other, inner, inner),
        st.builds(lambda one, other: one | other, inner, inner),
        st.builds(lambda one: ~one, inner),
    ),
    max_leaves=4,
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=documents, query=queries)
def test_every_query_answers_as_tinydb_does(database: Database, documents: list[Document], query: Any) -> None:
    try:
        ours, theirs = answers(database, documents, query)
    except TypeError:
        return  # TinyDB cannot compare these values at all; ours answers or says the same
    assert ours == theirs


def test_two_patterns_that_differ_in_their_flags_only_keep_their_own_answers(database: Database) -> None:
    table = database.table("notes")
    table.insert({"note": "SAFE"})

    assert table.count(where("note").matches("safe")) == 0
    assert table.count(where("note").matches("safe", flags=re.IGNORECASE)) == 1
    assert table.count(where("note").search("safe")) == 0
    assert table.count(where("note").search("safe", flags=re.IGNORECASE)) == 1


def test_two_fragments_under_different_paths_keep_their_own_answers(database: Database) -> None:
    table = database.table("notes")
    table.insert({"plan": {"n": 1}, "review": {"n": 2}})

    assert table.count(where("plan").fragment({"n": 1})) == 1
    assert table.count(where("review").fragment({"n": 1})) == 0


def test_null_and_missing_are_two_things(database: Database) -> None:
    documents: list[Document] = [{"a": None}, {"b": 1}, {"a": 1}]

    assert answers(database, documents, where("a") == None) == ([{"a": None}], [{"a": None}])  # noqa: E711
    assert answers(database, documents, ~where("a").exists()) == ([{"b": 1}], [{"b": 1}])
    assert answers(database, documents, where("a") != 1) == ([{"a": None}], [{"a": None}])


def test_a_list_is_not_the_text_that_looks_like_it(database: Database) -> None:
    assert answers(database, [{"a": [1, 2]}, {"a": "[1,2]"}], where("a") == "[1,2]") == (
        [{"a": "[1,2]"}],
        [{"a": "[1,2]"}],
    )


@pytest.mark.parametrize("number", [2**63, 2**64 + 1, 2**53 + 1, -(2**63) - 1])
def test_a_number_that_the_engine_would_round_is_found_by_python(database: Database, number: int) -> None:
    documents: list[Document] = [{"a": number}, {"a": number + 1}]

    assert answers(database, documents, where("a") == number) == ([{"a": number}], [{"a": number}])


def test_a_text_with_a_nul_is_found(database: Database) -> None:
    documents: list[Document] = [{"a": "x\0y"}, {"a": "x"}]

    assert answers(database, documents, where("a") == "x\0y") == ([{"a": "x\0y"}], [{"a": "x\0y"}])
    assert answers(database, documents, where("a") > "x") == ([{"a": "x\0y"}], [{"a": "x\0y"}])


def test_keys_that_are_no_plain_words_are_found(database: Database) -> None:
    documents: list[Document] = [{"größe": 1, 'a"); DROP TABLE doc_compared; --': 2}]

    assert answers(database, documents, where("größe") == 1) == (documents, documents)
    assert answers(database, documents, where('a"); DROP TABLE doc_compared; --') == 2) == (documents, documents)


def test_one_true_and_one_point_nought_are_the_same_value(database: Database) -> None:
    documents: list[Document] = [{"a": 1}, {"a": True}, {"a": 1.0}, {"a": "1"}]

    assert answers(database, documents, where("a") == True) == (documents[:3], documents[:3])  # noqa: E712


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        (where("a") == 1, "json_extract(body, '$.\"a\"') = ?"),
        ((where("a") == 1) & where("b").fragment({}), "(json_extract(body, '$.\"a\"') = ?)"),
        ((where("a") == 1) | where("b").fragment({}), None),
        (~(where("a") == 1), None),
        (~where("a").exists(), "json_type(body, '$.\"a\"') IS NULL"),
        (where("a").map(str) == "1", None),
        (Query().noop(), None),
        (lambda document: True, None),
    ],
)
def test_what_is_not_sure_is_left_to_python(query: Any, condition: str | None) -> None:
    narrowed = narrow(query)

    assert (None if narrowed is None else narrowed.sql) == condition


def test_a_table_answers_a_condition_that_is_any_function(database: Database) -> None:
    table: RowTable = database.table("notes")
    table.insert_multiple([{"n": 1}, {"n": 2}])

    assert table.search(lambda document: document["n"] > 1) == [{"n": 2}]
