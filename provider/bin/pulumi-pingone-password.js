#!/usr/bin/env node
try {
  require("../dist/require-node.js");
} catch (error) {
  const isBuilt = error.code !== "MODULE_NOT_FOUND";
  console.error(
    isBuilt ? error.message : "pulumi-pingone-password is not built: run `npm run setup` in its repository.",
  );
  process.exit(1);
}
require("../dist/cli/cli.js");
