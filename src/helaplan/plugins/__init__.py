"""Plugins: what they may declare, and the host that finds, loads and isolates them."""
