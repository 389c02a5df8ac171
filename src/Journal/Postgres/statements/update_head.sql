update journal_head set position = $1, hash = $2 where id = 1
