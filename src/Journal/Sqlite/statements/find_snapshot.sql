select version, state, seal from snapshot where stream = $stream;
