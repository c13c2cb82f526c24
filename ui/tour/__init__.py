"""The desk driven by its own keyboard: the main job done in real windows, with pictures of every step."""

from ui.tour.tour import make_tour

__all__ = ["make_tour"]
