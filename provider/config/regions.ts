import { nearest } from "../text/nearest";
import type { RegionCode } from "./settings";

type Region = { readonly domain: string; readonly names: readonly string[] };

/** PingOne's regions by their codes, with what else they are called: countries, and the names that older tools take. */
const REGIONS: Readonly<Record<string, Region>> = {
  NA: { domain: "com", names: ["US", "USA", "NorthAmerica", "America", "COM"] },
  EU: { domain: "eu", names: ["Europe", "EMEA"] },
  CA: { domain: "ca", names: ["Canada"] },
  AP: { domain: "asia", names: ["AsiaPacific", "APAC", "Asia"] },
  AU: { domain: "com.au", names: ["Australia"] },
  SG: { domain: "sg", names: ["Singapore"] },
} satisfies Record<RegionCode, Region>;

/** Codes of all regions. */
export const regionCodes: readonly string[] = Object.keys(REGIONS);

/** The last part of a region's hosts, by its code in whatever case. */
export function domainOf(code: string): string | undefined {
  return Object.hasOwn(REGIONS, code.toUpperCase()) ? REGIONS[code.toUpperCase()]?.domain : undefined;
}

/** `: did you mean NA?` behind a text that is no region's code, and a full stop where no region comes near. */
export function askForRegion(text: string): string {
  const name = nearest(
    text,
    Object.values(REGIONS).flatMap(({ names }) => names),
  );
  const byName = Object.keys(REGIONS).find(
    (code) => name !== undefined && REGIONS[code]?.names.includes(name),
  );
  const meant = byName ?? nearest(text, regionCodes);
  return meant === undefined ? "." : `: did you mean ${meant}?`;
}
