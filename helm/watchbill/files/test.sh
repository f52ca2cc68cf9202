# What `helm test` runs: an alert goes in, and a page has to come out. It makes a team, a person, a policy and an integration
# of its own, whose page goes to the log of the escalation-service (channel terminal), and archives them again.
# Needs INCIDENT, ROTATION and ESCALATION (the addresses of the services), ADMIN_KEY and PATIENCE (seconds).
set -eu
id=helm-test-$(date +%s)

say() { echo "helm test: $*"; }

# METHOD URL [BODY]: says what went wrong and ends the test, unless the answer is one of success.
call() {
  as "$ADMIN_KEY" "$@"
}

as() {
  key=$1
  shift
  if ! answer=$(curl --silent --show-error --fail-with-body --max-time 20 --retry 5 --retry-connrefused \
    --header "Authorization: Bearer $key" --header 'Content-Type: application/json' \
    --request "$1" --data "${3:-}" "$2"); then
    say "$1 $2 is answered: $answer" >&2
    return 1
  fi
  echo "$answer"
}

# NAME: the first text under this name in the JSON that is read.
text() {
  grep -o "\"$1\" *: *\"[^\"]*\"" | head -n 1 | sed 's/.*: *"//; s/"$//'
}

alert() { # firing or resolved
  cat <<JSON
{"version": "4", "groupKey": "{}:{alertname=\"$id\"}", "status": "$1", "receiver": "helm-test",
 "groupLabels": {"alertname": "$id"}, "commonLabels": {"alertname": "$id", "severity": "info"},
 "commonAnnotations": {"summary": "helm test"}, "externalURL": "http://helm.test",
 "alerts": [{"status": "$1", "fingerprint": "$id", "labels": {"alertname": "$id", "severity": "info"},
   "annotations": {"summary": "helm test"}, "startsAt": "$(date -u +%Y-%m-%dT%H:%M:%SZ)"}]}
JSON
}

clean() {
  if [ -n "${integration_key:-}" ]; then
    as "$integration_key" POST "$INCIDENT/v1/ingest/alertmanager" "$(alert resolved)" >/dev/null || true
  fi
  call DELETE "$INCIDENT/v1/integrations/$id" >/dev/null || true
  call DELETE "$ESCALATION/v1/policies/$id" >/dev/null || true
  call DELETE "$ESCALATION/v1/contact-methods/$id/terminal" >/dev/null || true
  call DELETE "$ROTATION/v1/people/$id" >/dev/null || true
  call DELETE "$ROTATION/v1/teams/$id" >/dev/null || true
}

say "a team, a person and a policy of its own: $id"
trap clean EXIT
call PUT "$ROTATION/v1/people/$id" '{"name": "Helm test", "timeZone": "UTC"}' >/dev/null
call PUT "$ROTATION/v1/teams/$id" '{"name": "Helm test", "members": []}' >/dev/null
call PUT "$ESCALATION/v1/contact-methods/$id/terminal" '{"kind": "terminal", "address": "helm test"}' >/dev/null
call PUT "$ESCALATION/v1/policies/$id" "{\"name\": \"Helm test\", \"team\": \"$id\", \"defaultFor\": [\"$id\"],
  \"steps\": [{\"name\": \"test receiver\", \"notify\": [{\"person\": \"$id\"}]}]}" >/dev/null
made=$(call POST "$INCIDENT/v1/integrations" \
  "{\"id\": \"$id\", \"name\": \"Helm test\", \"kind\": \"alertmanager\", \"team\": \"$id\"}")
integration_key=$(echo "$made" | text key)

say "an alert"
taken=$(as "$integration_key" POST "$INCIDENT/v1/ingest/alertmanager" "$(alert firing)")
reference=$(echo "$taken" | grep -o '"incidents" *: *\["[^"]*"' | sed 's/.*\["//; s/"$//')
found=$(call GET "$INCIDENT/v1/incidents/$reference")
opened=$(echo "$found" | text id)

say "waiting for the page of $reference"
until=$(($(date +%s) + PATIENCE))
until call GET "$ESCALATION/v1/deliveries?incident=$opened" | grep -q '"state" *: *"sent"'; do
  if [ "$(date +%s)" -ge "$until" ]; then
    say "no page in $PATIENCE seconds; what the escalation-service knows of it:"
    call GET "$ESCALATION/v1/escalations?incident=$opened"
    call GET "$ESCALATION/v1/deliveries?incident=$opened"
    exit 1
  fi
  sleep 1
done
say "paged: it works"
