"""Pieces that several pages share and that know cars: fields, cells, badges of states."""
