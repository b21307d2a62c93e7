/** What a demonstration matter says of itself beside limits and materials: title, themes, depth online, addresses. All of it is invented. */
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { DeptType, HandleArea, OnlineDepth, PowerSource } from "../matter/competence.enums.js";
import type { Channels, Material, MatterContent } from "../matter/matter.js";

/** Themes by the two digits of a catalogue code that stand for the department. */
const THEMES: Readonly<Record<string, readonly string[]>> = {
  "04": ["投资审批"],
  "05": ["教育科研"],
  "09": ["户籍办理", "出境入境"],
  "11": ["社会救助"],
  "12": ["司法公证"],
  "13": ["财政税务"],
  "14": ["就业创业", "社会保障"],
  "15": ["国土和规划建设"],
  "16": ["环保绿化", "投资审批"],
  "17": ["投资审批", "住房保障"],
  "18": ["交通运输"],
  "19": ["农林牧渔", "水务气象"],
  "20": ["农林牧渔"],
  "22": ["文体教育"],
  "23": ["医疗卫生"],
  "25": ["安全生产"],
  "30": ["财政税务"],
  "31": ["准营准办", "设立变更"],
  "36": ["医疗保障", "社会保障"],
  "75": ["住房保障"],
};

/** Themes of a matter. */
export const themesOf = ({ catalogCode }: DemonstrationMatter): readonly string[] =>
  THEMES[catalogCode.slice(4, 6)] ?? [];

const FULL = [
  OnlineDepth.CONSULTATION,
  OnlineDepth.RECEIPT,
  OnlineDepth.ACCEPTANCE,
  OnlineDepth.HANDLING,
  OnlineDepth.RESULT,
];

/** Names of the prefecture's bodies by the items that they handle: they entrust counties with them. */
export const entrustingBodies = (world: DemonstrationWorld): ReadonlyMap<string, string> => {
  const names = new Map(world.organizations.map(({ id, name }) => [id, name]));
  return new Map(
    world.matters
      .filter(({ divisionCode }) => divisionCode === "222400")
      .map(({ itemName, deptId }) => [itemName, names.get(deptId)!]),
  );
};

/** Everything but the list of joint bodies; `entrusting` is who may entrust the matter. One matter in 61 is fully online and asks for a visit, one in 71 has a bad address: the gate must find them. */
export const particularsOf = (
  matter: DemonstrationMatter,
  index: number,
  {
    visits,
    online,
    entrusting,
  }: { readonly visits: number; readonly online: boolean; readonly entrusting: string | undefined },
): Pick<MatterContent, "deptType" | "entrustName" | "powerSource" | "onlineDepth" | "handleArea" | "limitExplain"> => {
  const entrusted = index % 37 === 36 && entrusting !== undefined && matter.taskCode[18] === "4";
  const full = online && (visits === 0 || index % 61 === 60);
  return {
    deptType: entrusted
      ? DeptType.ENTRUSTED_ORGANIZATION
      : matter.taskCode.startsWith("12")
        ? DeptType.AUTHORISED_ORGANIZATION
        : DeptType.STATUTORY_BODY,
    ...(entrusted ? { entrustName: entrusting } : {}),
    powerSource: entrusted
      ? PowerSource.ENTRUSTED_FROM_ABOVE
      : index % 5 === 4
        ? PowerSource.DELEGATED_FROM_ABOVE
        : PowerSource.OWN_LEVEL,
    onlineDepth: online ? (full ? FULL : [OnlineDepth.CONSULTATION, OnlineDepth.PRE_EXAMINATION]) : [],
    handleArea: matter.taskType === "20" ? HandleArea.ACROSS_CITIES : HandleArea.ACROSS_TOWNS,
    ...(matter.taskName.includes("采砂") ? { limitExplain: "年度许可总量以公告为准。" } : {}),
  };
};

/** Addresses of the application, where it can be made online. */
export const addressesOf = (matter: DemonstrationMatter, index: number, online: boolean): Partial<Channels> => ({
  appointment: index % 2 === 0,
  terminal: matter.taskType === "20",
  ...(online
    ? {
        singleSignOn: true,
        webAddress: index % 71 === 70 ? "见窗口公告" : `https://zwfw.govgraph.example/matters/${matter.taskCode}`,
        mobileAddress: `https://m.zwfw.govgraph.example/matters/${matter.taskCode}`,
      }
    : {}),
});

/** The application form can be had blank and as a sample. */
export const formOf = (matter: DemonstrationMatter): Partial<Material> => ({
  fillExplain: "以黑色签字笔或电子方式填写，加盖公章。",
  blankFormAddress: `https://zwfw.govgraph.example/forms/${matter.catalogCode}.pdf`,
  sampleAddress: `https://zwfw.govgraph.example/forms/${matter.catalogCode}-sample.pdf`,
});

/** Bodies that handle a building permit together with the housing bureau: ecology and water of the same county. */
export const jointDeptsOf = (world: DemonstrationWorld, matter: DemonstrationMatter): string[] =>
  matter.itemName === "建筑工程施工许可证核发"
    ? world.organizations
        .filter(
          ({ divisionCode, name, role }) =>
            role === "agency" && divisionCode === matter.divisionCode && /生态环境[局厅]|水利[局厅]/.test(name),
        )
        .map(({ id }) => id)
    : [];
