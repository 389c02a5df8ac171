select position, hash from journal_head where id = 1
