"""The constraint components of SHACL Core in SPARQL, one line or a few for each.

Three kinds, after what their results name: `VALUE_TESTS` one value, `COUNT_TESTS` the focus node,
`PAIR_TESTS` what stands beside another. A component that is not here, or asks for what SPARQL would answer
otherwise than the reference, raises `BeyondSetsError`; the shape is then left to the reference.
"""

from testimonia.validate.components.asking import BeyondSetsError
from testimonia.validate.components.counts import COUNT_TESTS, COUNTS
from testimonia.validate.components.pairs import PAIR_TESTS
from testimonia.validate.components.values import VALUE_TESTS

__all__ = ["COUNTS", "COUNT_TESTS", "PAIR_TESTS", "VALUE_TESTS", "BeyondSetsError"]
