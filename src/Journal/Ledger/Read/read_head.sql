select position, at from ledger_head;
