create index if not exists reception_receiver on reception (receiver, city_day) where receiver is not null;
