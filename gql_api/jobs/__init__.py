"""Jobs on their way: the engine, events, how each ends, time limits, parked forms."""
