select to_regclass('ledger_head') is not null
