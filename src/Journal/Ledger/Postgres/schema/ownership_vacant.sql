create index if not exists ownership_vacant on ownership (vacant, updated) where vacant <> '';
