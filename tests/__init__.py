"""Proofs that the shop does what its pages promise."""
