/** Verbs of projects, and what a project tells of its own life: version, what may be done next, history. */
import { Ctx, FieldResolver, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { FundsContext } from "../context.js";
import { FundProject } from "../fund-project/fund-project.type.js";
import { EnterProjectInput } from "./enter-project.input.js";
import { PerformanceEvaluation } from "../performance/performance.type.js";
import { FundProjectAction } from "./project-action.js";
import {
  EvaluateProjectInput,
  FundProjectStepInput,
  PubliciseProjectInput,
  SelfEvaluateProjectInput,
  StartProjectInput,
  StatedProjectInput,
} from "./project-handling.input.js";
import { onDecision, onProject, type FundProjectPayload } from "./project-handling.type.js";

type Answer = Promise<FundProjectPayload>;

@Resolver(() => FundProject)
export class ProjectHandlingResolver {
  @onProject("Proposes a project of your unit for the library, with its performance targets (申报入库).")
  enterFundProject(@VerbInput() input: EnterProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.enter(input);
  }

  @onDecision(
    "Approves a project that was reviewed and has money, by the finance department of its county; its own by the supervisor (批复).",
  )
  approveFundProject(@VerbInput() input: StatedProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.approve(input);
  }

  @onProject("Posts an approved project before it begins, by a publisher of the finance department (项目公示).")
  publiciseFundProject(@VerbInput() input: PubliciseProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.publicise(input);
  }

  @onProject("Begins a project whose publicity ended, with its contract, by its unit (实施).")
  startFundProject(@VerbInput() input: StartProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.start(input);
  }

  @onDecision("Accepts what was done, with a finding, by the finance department; its own by the supervisor (验收).")
  acceptFundProject(@VerbInput() input: StatedProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.accept(input);
  }

  @onProject("Gives public notice of the result, by a publisher of the finance department (结果公告).")
  giveFundProjectNotice(@VerbInput() input: StatedProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.giveNotice(input);
  }

  @onProject("Evaluates your own project by a score for each of its targets, before it is reviewed (单位自评).")
  selfEvaluateFundProject(@VerbInput() input: SelfEvaluateProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.selfEvaluate(input);
  }

  @onProject("Publishes the evaluations of a project, by a publisher of the finance department (绩效评价结果公开).")
  publishFundEvaluation(@VerbInput() input: FundProjectStepInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.publishEvaluation(input);
  }

  @onDecision(
    "Evaluates a project by a score for each of its targets, by the finance department; its own by the supervisor (绩效评价).",
  )
  evaluateFundProject(@VerbInput() input: EvaluateProjectInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.evaluate(input);
  }

  @onProject("Closes the file of an evaluated project, by its unit (归档).")
  archiveFundProject(@VerbInput() input: FundProjectStepInput, @Ctx() { services }: FundsContext): Answer {
    return services.projectHandling.archive(input);
  }

  @FieldResolver(() => [PerformanceEvaluation], {
    description:
      "Evaluations that are not published yet, for those who handle the project; none for others (待公开的绩效评价).",
  })
  pendingEvaluations(
    @Root() { projectCode }: FundProject,
    @Ctx() { services }: FundsContext,
  ): Promise<PerformanceEvaluation[]> {
    return services.projectHandling.pendingEvaluations(projectCode);
  }

  @VersionField()
  version(@Root() { version }: FundProject): number {
    return version;
  }

  @AllowedActionsField(() => FundProjectAction)
  allowedActions(@Root() project: FundProject, @Ctx() { services }: FundsContext): Promise<FundProjectAction[]> {
    return services.projectHandling.allowedActions(project);
  }

  @HistoryField()
  history(@Root() { projectCode }: FundProject, @Ctx() { services }: FundsContext): Promise<HistoryEntry[]> {
    return services.projectHandling.history(projectCode);
  }
}
