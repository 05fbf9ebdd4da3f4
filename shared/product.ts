/** Who made a file: stands in packages, backups and on the screen. The same version as in package.json. */
export const PRODUCT = { name: "jiceng", version: "0.1.0" } as const;
