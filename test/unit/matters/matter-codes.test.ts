/** The codes of matters are those of the national dictionaries, pair by pair (docs/reference/sources.md#data-models). */
import "reflect-metadata";
import * as codes from "../../../subgraphs/matters/matter/matter.codes.js";

const PAIRS: Readonly<Record<keyof typeof codes, Readonly<Record<string, string>>>> = {
  TASK_TYPES: {
    "01": "LICENSING_01",
    "02": "PENALTY_02",
    "03": "COERCION_03",
    "04": "LEVY_04",
    "05": "PAYMENT_05",
    "06": "INSPECTION_06",
    "07": "CONFIRMATION_07",
    "08": "REWARD_08",
    "09": "ADJUDICATION_09",
    "10": "OTHER_POWER_10",
    "20": "PUBLIC_SERVICE_20",
    "99": "OTHER_99",
  },
  TASK_STATES: { "1": "IN_USE", "2": "SUSPENDED", "3": "CANCELLED" },
  USE_LEVELS: { "1": "NATIONAL", "2": "PROVINCE", "3": "CITY", "4": "COUNTY", "5": "TOWN", "6": "VILLAGE" },
  SERVICE_RECIPIENTS: {
    "1": "NATURAL_PERSON",
    "2": "ENTERPRISE",
    "3": "INSTITUTION",
    "4": "SOCIAL_ORGANIZATION",
    "5": "UNINCORPORATED",
    "6": "AGENCY",
    "9": "OTHER",
  },
  HANDLING_TYPES: { "1": "IMMEDIATE", "2": "PROMISED" },
  DEPT_TYPES: { "1": "STATUTORY_BODY", "2": "AUTHORISED_ORGANIZATION", "3": "ENTRUSTED_ORGANIZATION" },
  POWER_SOURCES: {
    "1": "OWN_LEVEL",
    "2": "DELEGATED_FROM_ABOVE",
    "3": "AUTHORISED_FROM_ABOVE",
    "4": "AUTHORISED_BY_PEER",
    "5": "ENTRUSTED_FROM_ABOVE",
    "6": "ENTRUSTED_BY_PEER",
  },
  ONLINE_DEPTHS: {
    "1": "CONSULTATION",
    "2": "RECEIPT",
    "3": "PRE_EXAMINATION",
    "4": "ACCEPTANCE",
    "5": "HANDLING",
    "6": "RESULT",
    "7": "LICENCE",
    "8": "OTHER",
  },
  HANDLE_AREAS: {
    "1": "NATION",
    "2": "ACROSS_PROVINCES",
    "3": "ACROSS_CITIES",
    "4": "ACROSS_COUNTIES",
    "5": "ACROSS_TOWNS",
    "6": "ACROSS_VILLAGES",
  },
  LIMIT_UNITS: { "1": "WORKING_DAY", "2": "NATURAL_DAY", "3": "HOUR", "4": "IMMEDIATE" },
};

it.each(Object.keys(PAIRS) as (keyof typeof codes)[])("%s", (name) => {
  const table: { readonly byCode: object; readonly values: readonly string[] } = codes[name];
  expect(table.byCode).toEqual(PAIRS[name]);
  expect(table.values).toEqual(
    Object.entries(PAIRS[name])
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, value]) => value),
  );
});

it("reads 9 as other of what can be done online, as 8", () =>
  expect([codes.ONLINE_DEPTHS.valueOf("9"), codes.ONLINE_DEPTHS.valueOf("8")]).toEqual(["OTHER", "OTHER"]));
