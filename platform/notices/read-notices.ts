/** The viewer's notices of one service: read from its journal, in the viewer's language, each with what is due. */
import type { Knex } from "knex";
import type { Viewer } from "../auth/index.js";
import { localDateOf } from "../domain/index.js";
import type { Language } from "../disclosure/vocabulary/index.js";
import { actorHash } from "../write/index.js";
import type { ServiceNotice, ServiceNotices } from "./notice.type.js";
import {
  countUnread,
  listNotices,
  markNotices,
  sidesOf,
  type NoticeReader,
  type NoticeRow,
  type NoticesAsked,
  type Side,
} from "./notices.repository.js";
import type { ToldRecord } from "./told.js";

/** What notices are read with. */
export interface NoticeDependencies<Services> {
  readonly db: Knex;
  readonly viewer: Viewer;
  readonly asOf: Date;
  readonly language: Language;
  readonly services: Services;
}

const readerOf = ({ viewer, asOf }: NoticeDependencies<unknown>): NoticeReader | undefined => {
  const actor = actorHash(viewer);
  return actor === undefined ? undefined : { reader: { viewer, today: localDateOf(asOf) }, actor, asOf };
};

/** Titles of machines are English and Chinese behind each other. */
const titleIn = (title: string, language: Language): string => {
  const at = title.lastIndexOf(" ");
  return language === "zh" ? title.slice(at + 1) : title.slice(0, at);
};

const textOf = ({ written }: ToldRecord<never>, { key, to_state }: NoticeRow, language: Language): string => {
  const state = written.machine.states[to_state]?.[language] ?? to_state;
  return `${titleIn(written.machine.title, language)} ${key}${language === "zh" ? "：" : ": "}${state}`;
};

const toNotice = async <Services>(
  row: NoticeRow,
  sides: readonly Side<Services>[],
  { language, services, asOf }: NoticeDependencies<Services>,
): Promise<ServiceNotice> => {
  const { told } = sides.find((side) => side.told.written.kind === row.kind)!;
  const dueOn = row.due === null ? undefined : sides[row.due]!.addressee.duties[row.to_state];
  const by = await dueOn?.(row.key, services, localDateOf(asOf));
  return {
    id: String(row.id),
    kind: row.kind,
    key: row.key,
    event: row.event,
    state: row.to_state,
    text: textOf(told as unknown as ToldRecord<never>, row, language),
    at: row.recorded_at,
    basis: row.basis,
    isRead: row.is_read,
    isDue: row.due !== null,
    ...(by === undefined ? {} : { dueOn: by }),
  };
};

/** Some notices before one, newest first, and how many are unread; none for who is no side of any record. */
export const readNotices = async <Services>(
  told: readonly ToldRecord<Services>[],
  dependencies: NoticeDependencies<Services>,
  asked: NoticesAsked & { readonly before?: string | undefined; readonly limit: number },
): Promise<ServiceNotices> => {
  const { db } = dependencies;
  const by = readerOf(dependencies);
  const sides = by === undefined ? [] : sidesOf(told, by.reader);
  if (by === undefined || sides.length === 0) return { items: [], unreadCount: 0 };
  const rows = await listNotices(db, by, sides, asked);
  return {
    items: await Promise.all(rows.map((row) => toNotice(row, sides, dependencies))),
    unreadCount: await countUnread(db, by, sides),
  };
};

/** Marks notices of the viewer as read, and leaves those of others; answers with how many are marked. */
export const markRead = async <Services>(
  told: readonly ToldRecord<Services>[],
  dependencies: NoticeDependencies<Services>,
  ids: readonly string[],
): Promise<number> => {
  const by = readerOf(dependencies);
  const sides = by === undefined ? [] : sidesOf(told, by.reader);
  return by === undefined || sides.length === 0 ? 0 : markNotices(dependencies.db, by, sides, ids);
};
