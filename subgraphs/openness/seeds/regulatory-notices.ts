/** Notices of regulators of the demonstration: one for each body that enforces, and those of the golden bureau about an enterprise. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { workdayFrom } from "../../demonstration-days.js";
import { RegulatoryArea } from "../regulatory-notice/regulatory-area.js";
import type { REGULATORY_NOTICES } from "../regulatory-notice/regulatory-notice.rows.js";
import { enforcingBodies } from "./enforcement.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Notice = NewOf<typeof REGULATORY_NOTICES>;

/** The firm about which the golden bureau tells. */
const FIRM = "91990101MA9000011P";

const AREAS: Readonly<Record<string, readonly [area: RegulatoryArea, subject: string]>> = {
  市场监督管理: [RegulatoryArea.FOOD_AND_DRUGS, "食品安全监督抽检"],
  应急管理: [RegulatoryArea.WORK_SAFETY, "重大事故隐患排查治理"],
  水利: [RegulatoryArea.ECOLOGY, "取用水监督检查"],
  农业农村: [RegulatoryArea.QUALITY, "农药质量监督抽查"],
  住房和城乡建设: [RegulatoryArea.HOUSING, "保障性住房分配监督检查"],
  生态环境: [RegulatoryArea.ECOLOGY, "排污单位监督性监测"],
};

const ownerOf = ({ id, uscc, divisionCode }: DemonstrationOrganization) => ({
  organId: id,
  organUscc: uscc!,
  divisionCode: divisionCode.slice(0, 6),
});

const drawn = (world: DemonstrationWorld): Notice[] => {
  const draw = world.random("openness.notices");
  return enforcingBodies(world).map(({ organ, bureau }, place) => {
    const [area, subject] = AREAS[bureau]!;
    const issuedOn = workdayFrom(addDays("2026-01-12", Math.floor(draw() * 230)));
    return {
      ...{ id: `JG-${issuedOn.slice(0, 4)}-${String(place + 1).padStart(4, "0")}`, area, ...ownerOf(organ) },
      ...{ aboutId: undefined, aboutUscc: undefined, issuedOn, publishedOn: issuedOn },
      title: `${organ.name.replace("（演示）", "")}关于${subject}情况的通告`,
      body: `现将本季度${subject}情况予以公布：已检查单位均已按要求整改（演示内容）。`,
    };
  });
};

/** Of the golden bureau: two about the firm, one that is not yet published. */
const golden = (world: DemonstrationWorld): Notice[] => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const firm = world.organizations.find(({ uscc }) => uscc === FIRM)!;
  const about = (id: string, area: RegulatoryArea, days: readonly [string, string?], title: string): Notice => ({
    ...{ id, area, ...ownerOf(organ), aboutId: firm.id, aboutUscc: FIRM, issuedOn: days[0], publishedOn: days[1] },
    ...{ title, body: `${firm.name}：${title}（演示内容）。` },
  });
  const { FOOD_AND_DRUGS, PRICES } = RegulatoryArea;
  return [
    about("JG-GOLDEN-1", FOOD_AND_DRUGS, ["2026-05-11", "2026-05-12"], "餐饮服务食品安全监督抽检结果公告"),
    about("JG-GOLDEN-2", PRICES, ["2026-07-06", "2026-07-06"], "明码标价专项检查情况通告"),
    about("JG-GOLDEN-3", FOOD_AND_DRUGS, ["2026-09-24"], "网络餐饮食品安全约谈情况通告"),
  ];
};

/** All of them. */
export const regulatoryNotices = (world: DemonstrationWorld): Notice[] => [...golden(world), ...drawn(world)];
