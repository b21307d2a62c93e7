/** Texts that writes publish: persons are blotted out of every one of them, and what is no person's stays. */
import "reflect-metadata";
import { withoutPersons } from "../../../platform/domain/index.js";
import { publicWords } from "../../../subgraphs/intermediary/procurement-handling/public-words.js";

const today = "2026-09-28";
const MOBILE = "13800138000";

it("takes a person's number out and leaves the agency's own", () => {
  expect(withoutPersons(`材料不全，联系${MOBILE}`, { today })).toMatch(/^材料不全，联系(?!13800138000)/);
  expect(withoutPersons("咨询电话0433-2345678", { today })).toBe("咨询电话0433-2345678");
  expect(withoutPersons("咨询电话0433-2345678", { today, natural: true })).not.toContain("2345678");
  expect(withoutPersons(undefined, { today })).toBeUndefined();
});

it("takes out a name that its bearer says or that is told, and no ordinary word behind 我叫", () => {
  expect(withoutPersons("我叫张示例，请写明周期。", { today, natural: true })).toBe("我叫张**，请写明周期。");
  expect(withoutPersons("邻居李演示也说", { today, natural: true, names: ["李演示"] })).toBe("邻居李**也说");
  expect(withoutPersons("我叫了三次电话。", { today, natural: true })).toBe("我叫了三次电话。");
});

it("takes them out of all words of a project that everybody reads, and out of nothing else", () => {
  const said = `见${MOBILE}`;
  const span = { v: 1, from: today, reason: said };
  const { name, stateReason, reply, contractNo, suspensions } = publicWords(
    { name: said, stateReason: said, reply: said, contractNo: said, suspensions: [span, { v: 1, from: today }] },
    today,
  );
  expect(JSON.stringify([name, stateReason, reply, suspensions])).not.toContain(MOBILE);
  expect([name, stateReason, reply].every((words) => words?.startsWith("见"))).toBe(true);
  expect(contractNo).toBe(said);
  expect(suspensions).toHaveLength(2);
  expect(publicWords({ contractNo: said }, today)).toEqual({ contractNo: said });
});
