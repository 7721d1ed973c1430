"""Plans: what the network must be asked to get one source, as generators. One module a plan, one line in PLANS."""
