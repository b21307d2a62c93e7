/** Shapes kept as JSON: each has a version that stands beside it, one function that writes it and one that reads it (decision 33). Pure. */

/** All fields of a shape, optional ones too: a field that a mapping forgets does not compile. */
export type EachField<Shape> = { [Field in keyof Required<Shape>]: Shape[Field] };

/** A shape kept as JSON, and the domain object that it stands for. */
export interface StoredShape<Domain, Newest extends object> {
  /** Columns that hold it, such as `service_matters.content`. */
  readonly places: readonly string[];
  /** Version that is written today; what has none is version 1. */
  readonly version: number;
  /** What is kept of a domain object, with its version as `v`. */
  write(domain: Domain): Newest & { readonly v: number };
  /** Domain object of what is kept. Throws where it is no object, or of a version that this program does not know. */
  read(kept: unknown): EachField<Domain>;
}

/** What a stored shape is made from. */
export interface StoredShapeFacts<Domain, Newest extends object> {
  readonly places: readonly string[];
  /** What makes the next version of each older one, version 1 first; none while version 1 is the newest. */
  readonly upgrades?: readonly ((older: never) => object)[];
  readonly toStored: (domain: Domain) => EachField<Newest>;
  readonly toDomain: (stored: Newest) => EachField<Domain>;
}

/** Declares a stored shape; its version is one more than it has upgrades. */
export const storedShape = <Domain, Newest extends object>({
  places,
  upgrades = [],
  toStored,
  toDomain,
}: StoredShapeFacts<Domain, Newest>): StoredShape<Domain, Newest> => {
  const version = upgrades.length + 1;
  return {
    places,
    version,
    write: (domain) => ({ v: version, ...(toStored(domain) as Newest) }),
    read(kept) {
      if (typeof kept !== "object" || kept === null || Array.isArray(kept))
        throw new Error(`${places.join(" or ")} holds no JSON object.`);
      const { v = 1 } = kept as { readonly v?: unknown };
      if (!Number.isInteger(v) || (v as number) < 1 || (v as number) > version)
        throw new Error(
          `${places.join(" or ")} holds version ${String(v)} of its shape, this program knows 1 to ${version}: run the version of the program that wrote it, or a newer one.`,
        );
      const newest = upgrades
        .slice((v as number) - 1)
        .reduce<object>((older, upgrade) => upgrade(older as never), kept);
      return toDomain(newest as Newest);
    },
  };
};
