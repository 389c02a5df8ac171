select content from paper where id = $1
