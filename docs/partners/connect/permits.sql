-- Building permits of a made-up bureau (演示数据), as a service of its own may keep them.
create table buildings (id text primary key, name text);
insert into buildings values ('B1', '长白山路 1 号楼'), ('B2', '长白山路 2 号楼');
create table permits (
  id integer primary key,
  state text,
  issued text,
  fee_cents integer,
  building text references buildings (id),
  holder_name text,
  holder_uscc text
);
insert into permits values
  (1, 'open', '2026-03-02', 1250000, 'B1', '张三', '11990101MB0001302L'),
  (2, 'closed', '2026-03-09', 80000, 'B2', '李四', '11990101MB0001302L'),
  (3, 'open', '2026-04-01', 99999, 'B1', '王五', '11990101MB0001302L'),
  (4, 'suspended', '2026-05-20', 120000, 'B2', null, null),
  (5, 'open', '2026-06-01', null, 'B9', '赵六', '11990101MB0001302L');
