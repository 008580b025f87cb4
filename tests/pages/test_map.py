"""Where an event is on the base map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.pages.map import degrees, windows_of


@pytest.mark.parametrize(
    ("latitude", "longitude", "written"),
    [
        (16.5, -1.25, "16.50° N, 1.25° W"),
        (-33.9, 151.2, "33.90° S, 151.20° E"),
        (0.0, 0.0, "0.00° N, 0.00° E"),
    ],
)
def test_points_are_written_for_people(latitude: float, longitude: float, written: str) -> None:
    assert degrees(latitude, longitude) == written


@given(st.floats(-89, 89), st.floats(-180, 180))
def test_the_point_stands_where_it_is_in_every_window(latitude: float, longitude: float) -> None:
    near, region, world = windows_of(latitude, longitude)
    for window in (near, region, world):
        assert window.left + window.width * window.x / 100 == pytest.approx(longitude, abs=0.05)
        assert window.top + window.height * window.y / 100 == pytest.approx(-latitude, abs=0.05)
        assert -90 <= window.top <= window.top + window.height <= 90
    assert near.width < region.width <= world.width == 360


@given(st.floats(-89, 89), st.floats(-180, 180))
def test_pictures_of_the_world_cover_every_window(latitude: float, longitude: float) -> None:
    for window in windows_of(latitude, longitude):
        assert min(window.copies) <= window.left
        assert max(window.copies) + 360 >= window.left + window.width


def test_beyond_the_edge_of_the_map_its_other_edge_is_shown() -> None:
    region = windows_of(28.2, -177.35)[1]
    assert region.copies == (-540, -180)
    assert windows_of(48.0, 2.0)[1].copies == (-180,)
