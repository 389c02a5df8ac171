select body_hash, status, answer from command where caller = $caller and key = $key;
