import inspect

import pytest

from onrecord.core import errors

TREE = [value for value in vars(errors).values() if inspect.isclass(value)]


@pytest.mark.parametrize("error", TREE)
def test_every_error_that_a_caller_can_mend_is_in_one_tree(error: type[Exception]) -> None:
    assert issubclass(error, errors.OnrecordError)


@pytest.mark.parametrize("error", TREE)
def test_the_tree_in_the_docstring_names_every_error(error: type[Exception]) -> None:
    assert errors.__doc__ is not None
    assert error.__name__ in errors.__doc__


def test_wrong_offsets_can_be_caught_as_a_value_error() -> None:
    assert issubclass(errors.SpanError, ValueError)


def test_the_tree_in_the_docstring_names_nothing_else() -> None:
    assert errors.__doc__ is not None
    tree = errors.__doc__.split("Poor input")[0]
    named = {word for word in tree.split() if word.endswith("Error")}
    assert named == {error.__name__ for error in TREE}
