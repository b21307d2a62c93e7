/** Fields by which an object that is written tells its own life: its version, what may be done next, its history. */
import { Closed, FieldResolver, Int, type Closure } from "../../graphql/classes/index.js";
import { ListSize } from "../../graphql/index.js";
import { HistoryEntry } from "./history.type.js";

/** Who may read such a field, where not everybody may, and what its description adds. */
interface LifeField {
  readonly closed?: Closure;
  readonly note?: string;
}

/** Joins decorators of one method; a closed field is null for those whom it is closed to. */
const life =
  (closed: Closure | undefined, ...decorators: readonly MethodDecorator[]): MethodDecorator =>
  (target, key, method) => {
    for (const decorate of closed === undefined ? decorators : [...decorators, Closed(closed)]) {
      decorate(target, key, method);
    }
  };

const described = (said: string, note: string | undefined, zh: string): string =>
  `${note === undefined ? said : `${said}; ${note}`} (${zh}).`;

/** The version, which the next write names as `expectedVersion`. */
export const VersionField = ({ closed, note }: LifeField = {}): MethodDecorator =>
  life(
    closed,
    FieldResolver(() => Int, {
      nullable: closed !== undefined,
      description: described("Version, for `expectedVersion` of the next write", note, "版本"),
    }) as MethodDecorator,
  );

/**
 * What the viewer may do with the object now, as `actions`, an enumeration of its machine's events.
 * @param most actions that there are at once
 */
export const AllowedActionsField = (
  actions: () => object,
  { closed, note, most = 10 }: LifeField & { readonly most?: number } = {},
): MethodDecorator =>
  life(
    closed,
    ...(most > 10 ? [ListSize(most)] : []),
    FieldResolver(() => [actions()], {
      nullable: closed !== undefined,
      description: described(
        `What you may do with it now, at most ${most} actions; an action may still need an input that its rule asks for`,
        note,
        "可办操作",
      ),
    }) as MethodDecorator,
  );

/** What happened to the object, as its journal tells it: the last 50 entries. */
export const HistoryField = ({ closed, note }: LifeField = {}): MethodDecorator =>
  life(
    closed,
    ListSize(50),
    FieldResolver(() => [HistoryEntry], {
      nullable: closed !== undefined,
      description: described(
        "What happened to it since writes are kept in a journal, oldest first; the last ones, at most 50",
        note,
        "办理留痕",
      ),
    }) as MethodDecorator,
  );
