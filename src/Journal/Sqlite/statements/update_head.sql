update journal_head set position = $position, hash = $hash where id = 1 and position = $before;
