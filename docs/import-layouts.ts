/** Layouts of real exports that load without a mapping file: where their headings are from, and what is set for the whole file because no cell says it. */

/** A layout. */
export interface KnownLayout {
  readonly name: string;
  /** Where the headings are from, and of which day. */
  readonly source: string;
  /** True where the file says the agency by name alone: it is loaded for that agency, at `/imports` or with `--agency`. @default false */
  readonly byAgency?: boolean;
  /** Fields that are set. */
  readonly set: readonly string[];
}

/** All of them; a test loads a row of each. */
export const KNOWN_LAYOUTS: readonly KnownLayout[] = [
  {
    name: "licences of 2015",
    source:
      "发改电〔2015〕557号; headings of a city's table of 城管许可, database dump of a public project (xuzhou), 2016",
    byAgency: true,
    set: [],
  },
  {
    name: "penalties of 2015",
    source: "发改电〔2015〕557号; headings of a commission's pages in a public project (field_mapping.py, 2017-09-18)",
    byAgency: true,
    set: [],
  },
  {
    name: "penalties of 2018",
    source: "发改办财金〔2018〕424号; comments of a table in a public project (tr_t_gajhgx_xzcfxxzb_new, 2024-06-20)",
    set: [],
  },
  {
    name: "licences of 2018",
    source: "发改办财金〔2018〕424号; headings of a province's export in a public project (ExportBxzxk.java)",
    set: [],
  },
  {
    name: "licences of 2018 with remarks",
    source: "发改办财金〔2018〕424号; columns of an export of licences in a public project (MsPermit.java, 2020-03-16)",
    set: [],
  },
  {
    name: "penalties of the national credit portal",
    source: "headings of pages of 信用中国 in a public analysis (penalties, 2022)",
    set: [],
  },
  {
    name: "penalties of a city's credit portal",
    source: "JSON of a city's credit portal in a public project (CF_* of 发改办财金〔2018〕424号, 2020)",
    set: [],
  },
  {
    name: "service items",
    source: "C0109; comments of a table of 实施清单 in a public project (ml_matter_info)",
    set: [],
  },
  {
    name: "the basic catalogue",
    source: "headings of an import template of 基本目录 in a public project (DIRECTORY_TITLE_LIST)",
    set: [],
  },
  {
    name: "ratings of a city's system",
    source: "columns of the table EvaInstance of 好差评 in a public project (Evainstance.java, 2019-09-06)",
    set: ["stage"],
  },
  {
    name: "a list of bodies",
    source: "headings of an upload of bodies in a public project (SszjConstants.java, 2018-12-11)",
    set: [],
  },
  {
    name: "allotments of a budget portal",
    source: "columns of a page of 指标 in a public project of 预算管理一体化 (2023-06-14)",
    set: ["fiscalYear", "sourceLevel"],
  },
  {
    name: "a list of powers",
    source: "keys of a page of 行政权力清单 in a public project (xzqlqddetail, 2017-10-12)",
    byAgency: true,
    set: ["division"],
  },
  {
    name: "a list of intermediary services",
    source:
      "parts of a district's list as its explanation names them (惠州市惠阳区政府部门行政审批中介服务事项清单, 2018; 粤机编办发〔2017〕34号)",
    set: ["division", "feeNature"],
  },
  {
    name: "a subsidy roster",
    source: "columns of a file of 一卡通 for a bank, as a public project describes them (hncb_files, 2022-09-29)",
    set: [
      ...["batchNo", "policyCode", "allotmentNo", "agencyCode", "agencyName", "villageCode", "period"],
      ...["publicityFrom", "publicityTo", "batchTotal", "unit"],
    ],
  },
];
