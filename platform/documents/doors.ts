/** Doors beside GraphQL at which an app's documents can be asked by the names of their operations (decisions 130 and 131). */

/** Doors that an operator opens for an app: REST with a description of OpenAPI, and tools of the Model Context Protocol. */
export const DOORS = ["rest", "mcp"] as const;

/** One of them. */
export type DoorName = (typeof DOORS)[number];

/** Most operations of an app behind doors, and bytes of their texts (docs/limits.md): all of them are described at once. */
export const DOOR_LIMITS = { operations: 100, bytes: 512 * 1024 } as const;
