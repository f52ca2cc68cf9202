{{- define "watchbill.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- define "watchbill.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains (include "watchbill.name" .) .Release.Name }}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "watchbill.name" .) | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "watchbill.services" -}}
incident: 8080
rotation: 8081
escalation: 8082
{{- end }}

{{- define "watchbill.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
app.kubernetes.io/name: {{ include "watchbill.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: watchbill
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* Distinguishes the pods of one service from all others. Takes {root, name}. */}}
{{- define "watchbill.selector" -}}
app.kubernetes.io/name: {{ include "watchbill.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "watchbill.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "watchbill.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* Takes {root, name}. */}}
{{- define "watchbill.image" -}}
{{- $registry := required "image.registry: say where your images are, e.g. registry.example.org/watchbill" .root.Values.image.registry }}
{{- if contains "://" $registry }}
{{- fail (printf "image.registry: leave out the scheme of %s; say %s" $registry (regexReplaceAll "^.*://" $registry "")) }}
{{- end }}
{{- if not (regexMatch "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]+([._-][a-z0-9]+)*)*$" $registry) }}
{{- fail (printf "image.registry: %s is no registry with a path, such as registry.example.org/watchbill" $registry) }}
{{- end }}
{{- $image := (index .root.Values .name).image }}
{{- if $image.digest }}
{{- printf "%s/%s@%s" $registry $image.repository $image.digest }}
{{- else }}
{{- $version := ternary (printf "%s-native" .root.Chart.AppVersion) .root.Chart.AppVersion (eq .root.Values.runtime "native") }}
{{- printf "%s/%s:%s" $registry $image.repository (default $version .root.Values.image.tag) }}
{{- end }}
{{- end }}

{{- define "watchbill.accessSecret" -}}
{{- default (printf "%s-access" (include "watchbill.fullname" .)) .Values.access.existingSecret }}
{{- end }}

{{- define "watchbill.databaseSecret" -}}
{{- default (printf "%s-database" (include "watchbill.fullname" .)) .Values.postgres.existingSecret }}
{{- end }}

{{- define "watchbill.publicUrl" -}}
{{- $url := required "publicUrl: say under which address people reach Watchbill, e.g. https://watchbill.example.org" .Values.publicUrl }}
{{- $rest := regexReplaceAll "^https?://" $url "" }}
{{- if eq $rest $url }}
{{- fail (printf "publicUrl: %s does not begin with https:// or http://; say for instance https://%s" $url (regexReplaceAll "^([A-Za-z]*:)?/+" $url "")) }}
{{- end }}
{{- if contains "/" $rest }}
{{- fail (printf "publicUrl: %s has a path, which the services cannot be reached under; say %s" $url (regexFind "^https?://[^/]*" $url)) }}
{{- end }}
{{- if not (regexMatch "^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$" $rest) }}
{{- fail (printf "publicUrl: %s is no host name, with a port or without" $rest) }}
{{- end }}
{{- $url }}
{{- end }}

{{/* The collector of traces, as it is given. */}}
{{- define "watchbill.collector" -}}
{{- $url := .Values.tracing.endpoint }}
{{- if not (regexMatch "^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$" $url) }}
{{- fail (printf "tracing.endpoint: %s is no address such as http://otel-collector.observability:4318" $url) }}
{{- end }}
{{- $url }}
{{- end }}

{{/* Its port. */}}
{{- define "watchbill.collectorPort" -}}
{{- $url := include "watchbill.collector" . }}
{{- $given := regexFind ":[0-9]+" (regexReplaceAll "^https?://" $url "") | trimPrefix ":" }}
{{- default (ternary "443" "80" (hasPrefix "https://" $url)) $given }}
{{- end }}

{{- define "watchbill.databaseUrl" -}}
{{- $postgres := .Values.postgres }}
{{- printf "postgresql://%s:%d/%s?sslmode=%s" (include "watchbill.databaseHost" .) (int $postgres.port) $postgres.database (include "watchbill.tlsMode" .) }}
{{- end }}

{{/* The Cluster of CloudNativePG, whose Services and Secrets have names after it. */}}
{{- define "watchbill.cluster" -}}
{{- include "watchbill.fullname" . }}-postgres
{{- end }}

{{- define "watchbill.databaseHost" -}}
{{- $postgres := .Values.postgres }}
{{- if $postgres.cloudNativePg.enabled }}
{{- range $value := list "host" "existingSecret" }}
{{- if index $postgres $value }}
{{- fail (printf "postgres.%s: leave it empty with postgres.cloudNativePg.enabled, which makes a Postgres of its own" $value) }}
{{- end }}
{{- end }}
{{- include "watchbill.cluster" . }}-rw
{{- else }}
{{- $host := required "postgres.host: say where Postgres is" $postgres.host }}
{{- if not (regexMatch "^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:]+\\])$" $host) }}
{{- fail (printf "postgres.host: %s is no host name or address; scheme, port, user and database have values of their own" $host) }}
{{- end }}
{{- $host }}
{{- end }}
{{- end }}

{{- define "watchbill.tlsMode" -}}
{{- ternary "verify-full" .Values.postgres.tls.mode .Values.postgres.cloudNativePg.enabled }}
{{- end }}

{{/* The Secret with the authority that signs the server's certificate. */}}
{{- define "watchbill.databaseCa" -}}
{{- if .Values.postgres.cloudNativePg.enabled }}
{{- include "watchbill.cluster" . }}-ca
{{- else }}
{{- required "postgres.tls.caSecret: say which Secret has the certificate of the authority under ca.crt; verify-full needs it" .Values.postgres.tls.caSecret }}
{{- end }}
{{- end }}

{{- define "watchbill.clusterSecrets" -}}
{{- default (include "watchbill.cluster" .) .Values.postgres.cloudNativePg.secretPrefix }}
{{- end }}

{{/* A role's password, as an environment variable. Takes {root, name, role, secret}. */}}
{{- define "watchbill.databasePassword" -}}
{{- $secret := .secret }}
{{- $key := printf "%s-password" .role }}
{{- if .root.Values.postgres.cloudNativePg.enabled }}
{{- $secret = printf "%s-%s" (include "watchbill.clusterSecrets" .root) .role }}
{{- $key = "password" }}
{{- end }}
{{- include "watchbill.fromSecret" (dict "name" .name "secret" $secret "key" $key) }}
{{- end }}

{{/* One environment variable from a Secret. Takes {name, secret, key}. */}}
{{- define "watchbill.fromSecret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/* How a service speaks with Postgres over TLS. */}}
{{- define "watchbill.databaseTls" -}}
{{- $mode := include "watchbill.tlsMode" . }}
{{- if eq $mode "require" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_ALL
  value: "true"
{{- else if eq $mode "verify-full" }}
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM
  value: "true"
- name: QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS
  value: /etc/watchbill/postgres/ca.crt
- name: QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM
  value: HTTPS
{{- end }}
{{- end }}

{{/* What the chart itself says to a service. Takes {root, name}. */}}
{{- define "watchbill.env" -}}
{{- $root := .root }}
{{- $access := include "watchbill.accessSecret" $root }}
- name: WATCHBILL_DATABASE_URL
  value: {{ include "watchbill.databaseUrl" $root | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  value: watchbill_{{ .name }}
{{ include "watchbill.databasePassword" (dict "root" $root "name" "QUARKUS_DATASOURCE_PASSWORD" "role" .name "secret" (include "watchbill.databaseSecret" $root)) }}
- name: QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE
  value: {{ (index $root.Values .name).connections | quote }}
{{- include "watchbill.databaseTls" $root }}
- name: WATCHBILL_PUBLIC_URL
  value: {{ include "watchbill.publicUrl" $root | quote }}
- name: WATCHBILL_LOG_JSON
  value: {{ $root.Values.logs.json | quote }}
{{- if $root.Values.tracing.endpoint }}
- name: OTEL_SDK_DISABLED
  value: "false"
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "watchbill.collector" $root | quote }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $root.Values.tracing.share | quote }}
{{- end }}
{{- range $peer, $port := include "watchbill.services" $root | fromYaml }}
- name: WATCHBILL_PEERS_{{ upper $peer }}_URL
  value: http://{{ include "watchbill.fullname" $root }}-{{ $peer }}
{{- end }}
{{ include "watchbill.fromSecret" (dict "name" "WATCHBILL_SERVICE_KEY" "secret" $access "key" (printf "%s-key" .name)) }}
{{- if eq .name "rotation" }}
{{ include "watchbill.fromSecret" (dict "name" "WATCHBILL_ACCESS_ADMIN_KEY" "secret" $access "key" "admin-key") }}
{{- range $service, $port := include "watchbill.services" $root | fromYaml }}
{{ include "watchbill.fromSecret" (dict "name" (printf "WATCHBILL_ACCESS_SERVICE_KEYS_%s" (upper $service)) "secret" $access "key" (printf "%s-key" $service)) }}
{{- end }}
{{- else if eq .name "escalation" }}
{{ include "watchbill.fromSecret" (dict "name" "WATCHBILL_LINK_SECRET" "secret" $access "key" "link-secret") }}
{{- with $root.Values.heartbeat }}
{{- if .existingSecret }}
{{ include "watchbill.fromSecret" (dict "name" "WATCHBILL_HEARTBEAT_URL" "secret" .existingSecret "key" "url") }}
- name: WATCHBILL_HEARTBEAT_EVERY
  value: {{ .every | quote }}
{{- end }}
{{- end }}
{{- with $root.Values.mail }}
{{- if .host }}
- name: QUARKUS_MAILER_HOST
  value: {{ .host | quote }}
- name: QUARKUS_MAILER_PORT
  value: {{ .port | quote }}
- name: QUARKUS_MAILER_FROM
  value: {{ required "mail.from: say who sends the mails" .from | quote }}
- name: QUARKUS_MAILER_START_TLS
  value: {{ .startTls }}
- name: QUARKUS_MAILER_TLS
  value: {{ .tls | quote }}
{{- if .username }}
- name: QUARKUS_MAILER_USERNAME
  value: {{ .username | quote }}
{{ include "watchbill.fromSecret" (dict "name" "QUARKUS_MAILER_PASSWORD" "secret" (required "mail.existingSecret: say which Secret holds the password of mail.username" .existingSecret) "key" "password") }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* What the operator says beyond it; what the chart says itself cannot be said twice. Takes {root, name}. */}}
{{- define "watchbill.furtherEnv" -}}
{{- $taken := list }}
{{- range include "watchbill.env" . | fromYamlArray }}
{{- $taken = append $taken .name }}
{{- end }}
{{- $service := index .root.Values .name }}
{{- $path := .name }}
{{- range $name, $value := $service.env }}
{{- if has $name $taken }}
{{- fail (printf "%s.env.%s: the chart sets it already" $path $name) }}
{{- end }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $name, $from := $service.secretEnv }}
{{- if or (has $name $taken) (hasKey $service.env $name) }}
{{- fail (printf "%s.secretEnv.%s: it is set already" $path $name) }}
{{- end }}
{{ include "watchbill.fromSecret" (dict "name" $name "secret" $from.secret "key" $from.key) }}
{{- end }}
{{- end }}

{{/* What a container asks for: as given, else by what the images hold. Takes {root, given, cpu}. */}}
{{- define "watchbill.resources" -}}
{{- if .given }}
{{- toYaml .given }}
{{- else }}
{{- $native := eq .root.Values.runtime "native" -}}
requests:
  cpu: {{ .cpu }}
  memory: {{ ternary "192Mi" "384Mi" $native }}
limits:
  memory: {{ ternary "384Mi" "768Mi" $native }}
{{- end }}
{{- end }}

{{- define "watchbill.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "watchbill.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop:
  - ALL
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Only /tmp can be written, and it dies with the pod. */}}
{{- define "watchbill.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
{{- if eq (include "watchbill.tlsMode" .) "verify-full" }}
- name: postgres-ca
  secret:
    secretName: {{ include "watchbill.databaseCa" . }}
    items:
    - key: ca.crt
      path: ca.crt
{{- end }}
{{- end }}

{{- define "watchbill.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if eq (include "watchbill.tlsMode" .) "verify-full" }}
- name: postgres-ca
  mountPath: /etc/watchbill/postgres
  readOnly: true
{{- end }}
{{- end }}

{{- define "watchbill.scheduling" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
- name: {{ . }}
{{- end }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/*
The keys of the services and of the first administrator: those that the cluster has, and new ones
for what is missing. Kept for the whole rendering, so that a Secret and its checksum agree.
*/}}
{{- define "watchbill.accessData" -}}
{{- if not (hasKey .Values.access "data") }}
{{- $kept := dict }}
{{- with lookup "v1" "Secret" .Release.Namespace (include "watchbill.accessSecret" .) }}
{{- $kept = .data | default dict }}
{{- end }}
{{- $data := dict }}
{{- range $key := list "admin-key" "incident-key" "rotation-key" "escalation-key" }}
{{- $new := printf "wb_%s_%s" (randAlphaNum 12) (randAlphaNum 32) | b64enc }}
{{- $_ := set $data $key (index $kept $key | default $new) }}
{{- end }}
{{- $_ := set $data "link-secret" (index $kept "link-secret" | default (randAlphaNum 43 | b64enc)) }}
{{- $_ := set .Values.access "data" $data }}
{{- end }}
{{- toYaml .Values.access.data }}
{{- end }}

{{/* The passwords as given, for services and for the migrations; of a Cluster: given, kept or new. */}}
{{- define "watchbill.databaseData" -}}
{{- if .Values.postgres.cloudNativePg.enabled }}
{{- if not (hasKey .Values.postgres "data") }}
{{- $data := dict }}
{{- range $role := list "owner" "incident" "rotation" "escalation" }}
{{- $kept := lookup "v1" "Secret" $.Release.Namespace (printf "%s-%s" (include "watchbill.cluster" $) $role) | dig "data" "password" "" }}
{{- $given := index $.Values.postgres.passwords $role }}
{{- $password := ternary ($given | b64enc) (default (randAlphaNum 32 | b64enc) $kept) (ne $given "") }}
{{- $_ := set $data (printf "%s-password" $role) $password }}
{{- end }}
{{- $_ := set .Values.postgres "data" $data }}
{{- end }}
{{- toYaml .Values.postgres.data }}
{{- else }}
{{- range $role := list "owner" "incident" "rotation" "escalation" }}
{{ $role }}-password: {{ required (printf "postgres.existingSecret or postgres.passwords.%s: say with which password the database is used" $role) (index $.Values.postgres.passwords $role) | b64enc }}
{{- end }}
{{- end }}
{{- end }}

{{/* Whether the chart holds the passwords itself, so that new ones have to restart the pods. */}}
{{- define "watchbill.makesPasswords" -}}
{{- $postgres := .Values.postgres }}
{{- ternary (empty $postgres.cloudNativePg.secretPrefix) (empty $postgres.existingSecret) $postgres.cloudNativePg.enabled | ternary "yes" "" }}
{{- end }}

{{/* The most connections that all pods together may hold, with the one more of a rolling update. */}}
{{- define "watchbill.checkConnections" -}}
{{- $sum := 0 }}
{{- $parts := list }}
{{- range $name, $port := include "watchbill.services" . | fromYaml }}
{{- $service := index $.Values $name }}
{{- $pods := int $service.replicas }}
{{- if $service.autoscaling.enabled }}
{{- if gt (int $service.autoscaling.minReplicas) (int $service.autoscaling.maxReplicas) }}
{{- fail (printf "%s.autoscaling: minReplicas is more than maxReplicas" $name) }}
{{- end }}
{{- $pods = int $service.autoscaling.maxReplicas }}
{{- end }}
{{- $pods = add1 $pods }}
{{- $sum = add $sum (mul $pods (int $service.connections)) }}
{{- $parts = append $parts (printf "%s %d x %d" $name $pods (int $service.connections)) }}
{{- end }}
{{- $free := sub (int .Values.postgres.maxConnections) (int .Values.postgres.reservedConnections) }}
{{- if gt $sum $free }}
{{- fail (printf "the services may hold %d connections (%s, a rolling update's pod included), but postgres.maxConnections - postgres.reservedConnections leaves %d: lower <service>.connections or the pods, or raise max_connections in Postgres and postgres.maxConnections here" $sum (join ", " $parts) $free) }}
{{- end }}
{{- end }}
