"""Service centers: the first run, the center's own data, the rules it sets for itself, its tax regime."""

from app.centers.rules import LOCATIONS, PROFILES, Profile, regime_codes
from app.centers.verbs import (
    CenterRow,
    CreateCenter,
    SetPolicy,
    SetRegime,
    UpdateCenter,
    create_center,
    get_center,
    list_centers,
    set_policy,
    set_regime,
    update_center,
)

__all__ = [
    "LOCATIONS",
    "PROFILES",
    "CenterRow",
    "CreateCenter",
    "Profile",
    "SetPolicy",
    "SetRegime",
    "UpdateCenter",
    "create_center",
    "get_center",
    "list_centers",
    "regime_codes",
    "set_policy",
    "set_regime",
    "update_center",
]
