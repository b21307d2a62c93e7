/** Changes of the registry: what is handed in is composed, what it makes public is approved by others, what is published becomes a signed bundle. */
import { textOfSigned } from "../auth/index.js";
import { BUNDLE_KIND, parseBundle, printBundle } from "../bundle/index.js";
import { contractChanges, type Composition } from "../composition/index.js";
import { approvalHash, bundleOf, composeVersions } from "./compose-versions.js";
import { exposures, type Published } from "./exposures.js";
import { breakingChanges, judgeVersions, type Judged } from "./judge-versions.js";
import {
  changing,
  findBundle,
  insertApproval,
  insertBundle,
  insertStep,
  insertVersions,
  listApprovers,
  listVersions,
  type RegistryTransaction,
} from "./registry.repository.js";
import type { ChangeOutcome, RegistryOptions } from "./registry-options.js";
import { moveAllOn, moveOn } from "./move-on.js";
import { checkAnswersFor, type Act, type Submission, type SubgraphVersion } from "./version.js";

const submissionOf = ({ subgraph, sdl, overlay, url, owner, enforces }: SubgraphVersion): Submission => ({
  ...{ subgraph, sdl, owner, enforces },
  ...(url === undefined ? {} : { url }),
  ...(overlay === undefined ? {} : { overlay }),
});

const refused = (versions: readonly SubgraphVersion[], problems: readonly string[]): ChangeOutcome => ({
  ...{ versions, problems },
  ...{ exposed: [], approvers: [] },
});

/** What somebody approves of it. */
const approvedIn = (
  { exposed, moves }: Exclude<Judged, { readonly problems: readonly string[] }>,
  versions: readonly SubgraphVersion[],
): string => approvalHash([...exposed, ...moves], versions);

/** Changes what gateways serve; every method is one transaction, and throws a sentence where it can not be done. */
export class SubgraphRegistry {
  constructor(private readonly options: RegistryOptions) {}

  /** Hands in versions that go live together: at once where they make nothing public and are asked where they were, else once others approved. */
  submit(submissions: readonly Submission[], act: Act): Promise<ChangeOutcome> {
    return changing(this.options.db, async (trx) => {
      for (const submission of submissions) {
        const [last] = (await listVersions(trx, { subgraph: submission.subgraph })).slice(-1);
        for (const each of last ? [last, submission] : [submission]) checkAnswersFor(each, act);
      }
      const versions = await insertVersions(trx, submissions, act);
      for (const version of versions) await insertStep(trx, version, { event: "SUBMIT", state: "DRAFT" }, act);
      return this.advance(trx, versions, act, await this.judge(trx, versions));
    });
  }

  /** Hands in what a subgraph was in an older version, as a new version. */
  async rollBack(subgraph: string, version: number, act: Act): Promise<ChangeOutcome> {
    const [older] = await listVersions(this.options.db, { subgraph, version });
    if (!older) throw new Error(`There is no version ${version} of ${subgraph}.`);
    return this.submit([submissionOf(older)], act);
  }

  /** Approves what a waiting version and those handed in with it make public; the second approval publishes them. */
  approve(subgraph: string, version: number, act: Act): Promise<ChangeOutcome> {
    return changing(this.options.db, async (trx) => {
      const versions = await this.waiting(trx, subgraph, version);
      if (act.actor === "OFFICER")
        throw new Error("Publishers and administrators of the platform approve what becomes public, nobody else.");
      if (versions.some(({ author }) => author === act.by))
        throw new Error("Whoever handed it in does not approve it: two others do.");
      const judged = await this.judge(trx, versions);
      // What is refused can not be approved.
      if ("problems" in judged) return refused(versions, judged.problems);
      await insertApproval(trx, { change: versions[0]!.change, approved: approvedIn(judged, versions) }, act);
      for (const each of versions) await insertStep(trx, each, { event: "CONSENT", state: each.state }, act);
      return this.advance(trx, versions, act, judged);
    });
  }

  /** Takes back a version that is not published, and those handed in with it. */
  withdraw(subgraph: string, version: number, act: Act): Promise<void> {
    return changing(this.options.db, async (trx) => {
      for (const each of await this.waiting(trx, subgraph, version)) {
        checkAnswersFor(each, act);
        await moveOn(trx, each, "WITHDRAW", act);
      }
    });
  }

  /** Takes a subgraph out of the graph. Throws where others need it, or where something would become public. */
  remove(subgraph: string, act: Act): Promise<number> {
    return changing(this.options.db, async (trx) => {
      const [live] = await listVersions(trx, { subgraph, state: "LIVE" });
      if (!live) throw new Error(`${subgraph} is not live.`);
      checkAnswersFor(live, act);
      const others = (await listVersions(trx, { state: "LIVE" })).filter((one) => one.subgraph !== subgraph);
      if (others.length === 0) throw new Error(`${subgraph} is the last one: a graph has one subgraph at least.`);
      const composition = composeVersions(others, this.options.facts);
      const exposed = exposures(await this.published(trx), composition, this.options.today);
      if (exposed.length > 0)
        throw new Error(`Without ${subgraph} something would become public: ${exposed.join(" ")}`);
      await moveOn(trx, live, "RETIRE", act);
      return this.makeBundle(trx, composition, others, act);
    });
  }

  /** What becomes of the versions beside what stays live. */
  private async judge(trx: RegistryTransaction, versions: readonly SubgraphVersion[]): Promise<Judged> {
    const { facts, today } = this.options;
    const [others, published] = [await this.othersOf(trx, versions), await this.published(trx)];
    const before: SubgraphVersion[] = [];
    for (const { subgraph } of versions) before.push(...(await this.lastServed(trx, subgraph)));
    return judgeVersions(versions, { others, before, facts, published, today });
  }

  /** As far as it goes: publishes what exposes nothing or is approved. */
  private async advance(
    trx: RegistryTransaction,
    versions: readonly SubgraphVersion[],
    act: Act,
    judged: Judged,
  ): Promise<ChangeOutcome> {
    if ("problems" in judged) return refused(versions, judged.problems);
    const { composition, exposed, moves, needed, published } = judged;
    if (versions[0]!.state === "DRAFT") {
      const broken = await this.brokenBy(published, composition);
      if (broken.length > 0) return refused(versions, broken);
    }
    const contracts = contractChanges(published.contracts ?? [], composition.contracts);
    const approvers = await listApprovers(trx, versions[0]!.change, approvedIn(judged, versions));
    const facts = { composes: true, needed, approvals: approvers.length };
    let moved = versions;
    if (moved[0]!.state === "DRAFT") moved = await moveAllOn(trx, moved, "CHECK", act, facts);
    const told = { problems: [], exposed, moves, needed, approvers, contracts };
    if (approvers.length < needed) return { ...told, versions: moved };
    moved = await moveAllOn(trx, moved, "APPROVE", act, facts);
    for (const { subgraph } of moved)
      for (const before of await listVersions(trx, { subgraph, state: "LIVE" }))
        await moveOn(trx, before, "RETIRE", act, facts);
    moved = await moveAllOn(trx, moved, "PUBLISH", act, facts);
    const bundle = await this.makeBundle(trx, composition, await listVersions(trx, { state: "LIVE" }), act);
    return { ...told, versions: moved, bundle };
  }

  /** Everything that was handed in with a version that waits. */
  private async waiting(trx: RegistryTransaction, subgraph: string, version: number): Promise<SubgraphVersion[]> {
    const [found] = await listVersions(trx, { subgraph, version });
    if (!found) throw new Error(`There is no version ${version} of ${subgraph}.`);
    if (found.state !== "CHECKED" && found.state !== "DRAFT")
      throw new Error(`Version ${version} of ${subgraph} is ${found.state}: it waits for nothing.`);
    return listVersions(trx, { change: found.change });
  }

  /** The version of a subgraph that is live, or the last one that is no more: who leaves comes back to the address that was approved. */
  private async lastServed(trx: RegistryTransaction, subgraph: string): Promise<SubgraphVersion[]> {
    const [live] = await listVersions(trx, { subgraph, state: "LIVE" });
    return live ? [live] : (await listVersions(trx, { subgraph, state: "RETIRED" })).slice(-1);
  }

  /** What stays live beside them. */
  private async othersOf(trx: RegistryTransaction, versions: readonly SubgraphVersion[]): Promise<SubgraphVersion[]> {
    const replaced = new Set(versions.map(({ subgraph }) => subgraph));
    return (await listVersions(trx, { state: "LIVE" })).filter(({ subgraph }) => !replaced.has(subgraph));
  }

  /** Who is broken by the change and asks, as far as it is known; it is looked up once, when a version is handed in. */
  private async brokenBy(published: Published, composition: Composition): Promise<readonly string[]> {
    const { brokenBy } = this.options;
    return brokenBy ? brokenBy(await breakingChanges(published, composition), published.publicSchema) : [];
  }

  /** What gateways serve now. */
  private async published(trx: RegistryTransaction): Promise<Published> {
    const bundle = await findBundle(trx);
    return bundle === undefined ? this.options.release : parseBundle(textOfSigned(bundle.signed));
  }

  private async makeBundle(
    trx: RegistryTransaction,
    composition: Composition,
    versions: readonly SubgraphVersion[],
    act: Act,
  ): Promise<number> {
    const version = ((await findBundle(trx))?.version ?? 0) + 1;
    const bundle = bundleOf(composition, versions, { version, at: act.at });
    await insertBundle(trx, { version, signed: await this.options.signer.sign(printBundle(bundle), BUNDLE_KIND) }, act);
    return version;
  }
}
