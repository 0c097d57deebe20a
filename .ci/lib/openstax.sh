# A folder of 199 textbook pages made into an environment by the command, for the measurement offline-webs. Sourced; needs scratch, say and WEBQA_DATA, sets failed.
# Creation is killed again and again on its way and must end in the same environment; two questions are asked at once, before the passages have vectors;
# every quote must stand in the archived page and every observation replay; what the first episode saw goes out as a web archive and comes back as an
# environment.
openstax_cli=artifacts/bin/WebQA.Cli/debug/WebQA.Cli.dll

# measured OUT COMMAND...: runs the command with its output to OUT; sets took_ms and peak_mb (resident) and gives its exit code.
measured() {
  local out=$1 began pid peak=0 now code
  shift
  began=$(date +%s%N)
  "$@" >"$out" 2>"$out.err" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    now=$(awk '/^VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$pid/status" 2>/dev/null)
    [ "${now:-0}" -le "$peak" ] || peak=$now
    sleep 0.05
  done
  wait "$pid"
  code=$?
  took_ms=$((($(date +%s%N) - began) / 1000000))
  peak_mb=$peak
  [ "$code" -eq 0 ] || { say "$*: exit $code"; tail -n 20 "$out.err" >&2; }
  return "$code"
}

# json_field FILE NAME: the value of the first such key of an indented JSON file.
json_field() { sed -n "s/^ *\"$2\": *\"\{0,1\}\([^\",]*\)\"\{0,1\},\{0,1\}$/\1/p" "$1" | head -n 1; }

# asked NAME QUESTION: asks the environment, replays, and prints the episode's figures. Fails where the answer has no quote, or one that does not stand in its page.
asked() {
  local out=$scratch/$1.json quotes ms mb
  measured "$out" dotnet "$openstax_cli" ask --environment openstax "$2" --json - || return 1
  ms=$took_ms mb=$peak_mb
  dotnet "$openstax_cli" episode replay "$(json_field "$out" episode)" >"$out.replay" || { cat "$out.replay" >&2; return 1; }
  quotes=$(sed -n 's/^\([0-9]*\) of \1 quotes.*/\1/p' "$out.replay")
  say "$2: $(json_field "$out" outcome), ${quotes:-not all} quotes verified, $ms ms"
  printf '{ "question": "%s", "outcome": "%s", "quotes_verified": %s, "replays": true, "steps": %s, "ms": %s, "peak_mb": %s }' \
    "$2" "$(json_field "$out" outcome)" "${quotes:-0}" "$(grep -c '"observation_sha256"' "$out")" "$ms" "$mb"
  [ "$(json_field "$out" outcome)" = answered ] && [ "${quotes:-0}" -gt 0 ]
}

# killed FOLDER: makes the environment 'killed' of a folder in runs that are killed ever later, until one ends by itself; prints how many were killed.
killed() {
  local kills=0
  while ! timeout --signal=KILL "$(awk -v n="$kills" 'BEGIN { print 0.15 * 1.15 ^ n }')" dotnet "$openstax_cli" env create killed --from "$1" --resume >/dev/null 2>"$scratch/killed.err"; do
    kills=$((kills + 1))
    [ "$kills" -lt 40 ] || { tail "$scratch/killed.err" >&2; return 1; }
  done
  diff <(sed 's/openstax\.example/killed.example/g' "$WEBQA_DATA/environments/openstax/pages/pages.jsonl") "$WEBQA_DATA/environments/killed/pages/pages.jsonl" >&2 \
    || { say "After $kills kills the environment is another one."; return 1; }
  echo "$kills"
}

openstax() { openstax_figures >"$scratch/openstax" && cat "$scratch/openstax" || { failed=1; printf 'null'; }; }

openstax_figures() {
  local folder=${WEBQA_SHARED:-../shared}/data/corpora/openstax-astronomy create=$scratch/create.json warc=$scratch/seen.warc.gz create_ms create_mb kills first second
  measured "$create" dotnet "$openstax_cli" env create openstax --from "$folder" --title 'Astronomy 2e' --json - || return 1
  create_ms=$took_ms create_mb=$peak_mb
  kills=$(killed "$folder") || return 1
  first=$(asked first 'Why do stars shine?') || return 1
  dotnet "$openstax_cli" episode warc "$(json_field "$scratch/first.json" episode)" --out "$warc" >&2 || return 1
  dotnet "$openstax_cli" env create seen --from "$warc" --json - >"$scratch/seen.json" 2>"$scratch/seen.err" || { cat "$scratch/seen.err" >&2; return 1; }
  second=$(asked second 'Why does the Moon have phases?') || return 1
  cat <<JSON
{
    "pages": $(json_field "$create" pages),
    "passages": $(json_field "$create" passages),
    "page_bytes": $(json_field "$create" bytes),
    "create_ms": $create_ms,
    "create_peak_mb": $create_mb,
    "kills_after_which_it_is_the_same": $kills,
    "first_ask": $first,
    "second_ask": $second,
    "its_archive": { "bytes": $(stat -c %s "$warc"), "pages_that_came_back": $(json_field "$scratch/seen.json" pages) }
  }
JSON
}
