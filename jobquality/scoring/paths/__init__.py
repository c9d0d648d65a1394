"""The cheapest path to each level, proved to be the cheapest."""
