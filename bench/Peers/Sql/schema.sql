-- No foreign keys: they would cost this peer about a tenth of its writes, and the statements below keep them true.
CREATE TABLE petitioner (
    id        uuid PRIMARY KEY,
    id_type   text NOT NULL,
    id_number text NOT NULL,
    name      text,
    phone     text,
    UNIQUE (id_type, id_number)
);
CREATE TABLE petition_case (
    id            uuid PRIMARY KEY,
    petitioner_id uuid NOT NULL,
    case_number   text NOT NULL,
    query_code    text NOT NULL UNIQUE,
    court         text NOT NULL,
    owner         text NOT NULL,
    status        text NOT NULL,
    receptions    int  NOT NULL,
    opened_on     date NOT NULL,
    last_on       date NOT NULL,
    UNIQUE (petitioner_id, case_number)
) WITH (fillfactor = 70);
CREATE TABLE reception (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL,
    number      int  NOT NULL,
    court       text NOT NULL,
    channel     text NOT NULL,
    received_by text NOT NULL,
    recorded_by text NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    headcount   int  NOT NULL,
    level       text NOT NULL,
    claim       text NOT NULL,
    opinion     text NOT NULL,
    UNIQUE (case_id, number)
);
CREATE TABLE summons (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL,
    reception_id uuid NOT NULL,
    leader       text NOT NULL,
    status       text NOT NULL,
    sent_at      timestamptz NOT NULL
);
CREATE INDEX summons_leader ON summons (leader, status);
CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   text NOT NULL,
    court   text NOT NULL,
    action  text NOT NULL,
    subject uuid NOT NULL
);
-- The answer to a repeated key is rebuilt from the reception it names.
CREATE TABLE command (
    caller       text NOT NULL,
    key          text NOT NULL,
    body_hash    bytea NOT NULL,
    reception_id uuid NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
-- The hot rows. Channel is 'all' where one row counts a court's day, else the channel's own.
CREATE TABLE counter (
    court      text NOT NULL,
    day        date NOT NULL,
    channel    text NOT NULL,
    receptions int  NOT NULL,
    first      int  NOT NULL,
    PRIMARY KEY (court, day, channel)
) WITH (fillfactor = 10);
CREATE TABLE lookup (
    at     timestamptz NOT NULL,
    caller text NOT NULL
);
