# Starts, asks and stops the web app for measurements. Sourced; the caller has gone to the repository's root.
app_dll=artifacts/bin/WebQA.LabelingUi/debug/WebQA.LabelingUi.dll
app_pid=
app_url=
app_log=
scratch=$(mktemp -d)
trap 'stop_app; rm -rf "$scratch"' EXIT

say() { echo "$*" >&2; }

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

seconds() { awk -v ms="$1" 'BEGIN { printf "%.2f", ms / 1000 }'; }

build_app() {
  dotnet build labeling-ui --nologo -v q -clp:ErrorsOnly >&2 || { say 'The web app could not be built.'; exit 1; }
}

# start_app DATA_FOLDER: starts the built app on a free port and waits for its address. Sets app_pid, app_url, app_started (milliseconds).
start_app() {
  app_log=$scratch/app.log
  app_started=$(milliseconds)
  WEBQA_DATA=$1 DOTNET_gcServer=0 dotnet "$app_dll" --urls http://127.0.0.1:0 >"$app_log" 2>&1 &
  app_pid=$!
  until app_url=$(sed -n 's/.*Now listening on: *\(http[^ ]*\).*/\1/p' "$app_log" | head -n 1) && [ -n "$app_url" ]; do
    kill -0 "$app_pid" 2>/dev/null || { say 'The web app did not start:'; cat "$app_log" >&2; exit 1; }
    [ $(($(milliseconds) - app_started)) -lt 60000 ] || { say 'The web app named no address within 60 s.'; exit 1; }
    sleep 0.02
  done
}

# wait_for PATH SECONDS: until the path answers 200; prints the milliseconds since the process started.
wait_for() {
  until curl -fsS -o /dev/null --max-time 5 "$app_url$1" 2>/dev/null; do
    [ $(($(milliseconds) - app_started)) -lt $(($2 * 1000)) ] || { say "$1 did not answer 200 within $2 s."; return 1; }
    sleep 0.03
  done
  echo $(($(milliseconds) - app_started))
}

# questions: every question of the mini web, one a line, as JSON strings.
questions() {
  sed -n 's/^.*"question": *\("\([^"\\]\|\\.\)*"\).*$/\1/p' environments/mini-web/questions.jsonl
}

# post JSON_STRING SEED TEMPERATURE: asks, and prints the id of the episode; nothing where it is not taken.
post() {
  curl -fsS --max-time 30 -H 'Content-Type: application/json' \
    -d "{\"question\": $1, \"seed\": $2, \"temperature\": $3}" "$app_url/api/questions" | sed -n 's/^.*"id": *"\([^"]*\)".*$/\1/p'
}

# event ID TYPE: waits for the first event of a type and prints it.
event() { curl -fsSN --max-time 300 "$app_url/api/episodes/$1/steps" 2>/dev/null | grep -m 1 "\"type\":\"$2\""; }

# ask JSON_STRING SEED TEMPERATURE: one episode, from the question to its end. Fails where it is not taken, does not end, or fails.
ask() {
  local id ended
  id=$(post "$1" "$2" "$3")
  [ -n "$id" ] && ended=$(event "$id" ended) && ! grep -qi '"outcome":"failed"' <<<"$ended" && return 0
  say "Not answered, seed $2: $1 ${id:-not taken} ${ended:-without an end}"
  return 1
}

# resident: the app's own resident memory in MB; its children (Chromium, the driver, the PDF reader) are processes of their own.
resident() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$app_pid/status"; }

stop_app() {
  [ -n "$app_pid" ] || return 0
  kill -TERM "$app_pid" 2>/dev/null
  for _ in $(seq 100); do
    kill -0 "$app_pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$app_pid" 2>/dev/null
  wait "$app_pid" 2>/dev/null
  app_pid=
}
