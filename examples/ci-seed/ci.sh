#!/bin/sh
# The commands of .github/workflows/seed.yml for any other CI: `sh ci.sh preview`, `sh ci.sh seed`, `sh ci.sh clean`.
# A change of somebody you do not trust is run without any secret: README.md says how.
# Expects `npm ci` done, `pulumi` on the PATH and logged in, PINGONE_... and the passwords that users.csv names in the environment.
set -eu
cd "$(dirname "$0")"
: "${STACK:=dev}"

preview() {
  status=0
  pulumi stack select --create "$STACK"
  # As JSON it keeps to itself what the program fails with: a second one says that in the log.
  pulumi preview --json > preview.json || { pulumi preview || true; false; } || status=$?
  npx --no pulumi-pingone-password report preview.json ${GITHUB_STEP_SUMMARY:+--summary}
  return "$status"
}

seed() {
  status=0
  pulumi stack select --create "$STACK"
  pulumi up --yes --skip-preview || status=$?
  # What PingOne took is kept, whatever it refused.
  pulumi stack export | npx --no pulumi-pingone-password report ${GITHUB_STEP_SUMMARY:+--summary}
  return "$status"
}

# The generated passwords stay with whoever needs them, and not on a machine that the next job gets.
clean() {
  # The file is named by the stack alone, without the organisation before it.
  rm -f "passwords.${STACK##*/}.json" preview.json
}

case "${1:-}" in
  preview | seed | clean) "$1" ;;
  *)
    echo "Usage: sh ci.sh preview | seed | clean" >&2
    exit 2
    ;;
esac
