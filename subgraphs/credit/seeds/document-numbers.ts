/** Numbers of decisions: each body counts its own from the first of the year, in the order of the days. */
import type { DemonstrationWorld } from "../../demonstration.js";

const PLACES: Readonly<Record<string, string>> = {
  "220000": "吉",
  "222400": "延州",
  "222401": "延",
  "222402": "图",
  "222403": "敦",
  "222404": "珲",
  "222405": "龙",
  "222406": "和",
  "222424": "汪",
  "222426": "安",
};

const OFFICES: readonly (readonly [purpose: string, short: string])[] = [
  ["市场监督", "市监"],
  ["生态环境", "环"],
  ["住房", "建"],
  ["水利", "水"],
  ["卫生健康", "卫"],
  ["公安", "公"],
  ["民政", "民"],
  ["人力资源", "人社"],
  ["教育", "教"],
  ["交通", "交"],
  ["农业农村", "农"],
  ["自然资源", "自然资"],
  ["财政", "财"],
  ["发展和改革", "发改"],
  ["应急", "应急"],
  ["文化", "文旅"],
  ["税务", "税"],
  ["人民法院", "法"],
];

interface Decided {
  readonly id: string;
  readonly authorityId: string;
  readonly authorityUscc: string;
}

/** Document numbers by id of the record, such as 演延市监罚〔2026〕3号; a later decision of a body never has a lower number in its year. */
export const documentNumbers = <Row extends Decided>(
  world: DemonstrationWorld,
  word: "罚" | "许" | "列",
  rows: readonly Row[],
  dayOf: (row: Row) => string,
): ReadonlyMap<string, string> => {
  const bodies = new Map(world.organizations.map((body) => [body.id, body]));
  const last = new Map<string, number>();
  const inOrder = rows.map((row) => ({ row, day: dayOf(row) }));
  inOrder.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return new Map(
    inOrder.map(({ row, day }) => {
      const { name, divisionCode } = bodies.get(row.authorityId)!;
      const office = OFFICES.find(([purpose]) => name.includes(purpose))?.[1] ?? "政";
      // A court enters debtors in proceedings of enforcement.
      const series = `演${PLACES[divisionCode] ?? ""}${office}${office === "法" ? "执" : word}〔${day.slice(0, 4)}〕`;
      const number = (last.get(series) ?? 0) + 1;
      last.set(series, number);
      return [row.id, `${series}${number}号`];
    }),
  );
};
