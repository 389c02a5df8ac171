create unique index batch_last on batch (last) where first <= last;
