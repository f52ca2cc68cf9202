{{/*
The Secrets that the values name, by the value: {name, keys}. The chart reads them by these keys.
*/}}
{{- define "watchbill.givenSecrets" -}}
{{- $given := dict }}
{{- with .Values.access.existingSecret }}
{{- $_ := set $given "access.existingSecret" (dict "name" . "keys" (list "admin-key" "incident-key" "rotation-key" "escalation-key" "link-secret")) }}
{{- end }}
{{- with .Values.postgres.existingSecret }}
{{- $_ := set $given "postgres.existingSecret" (dict "name" . "keys" (list "owner-password" "incident-password" "rotation-password" "escalation-password")) }}
{{- end }}
{{- if and (eq .Values.postgres.tls.mode "verify-full") (not .Values.postgres.cloudNativePg.enabled) }}
{{- $_ := set $given "postgres.tls.caSecret" (dict "name" (include "watchbill.databaseCa" .) "keys" (list "ca.crt")) }}
{{- end }}
{{- if .Values.postgres.cloudNativePg.enabled }}
{{- with .Values.postgres.cloudNativePg.secretPrefix }}
{{- range $role := list "owner" "incident" "rotation" "escalation" }}
{{- $_ := set $given (printf "postgres.cloudNativePg.secretPrefix (%s)" $role) (dict "name" (printf "%s-%s" $.Values.postgres.cloudNativePg.secretPrefix $role) "keys" (list "username" "password")) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and .Values.mail.host .Values.mail.username }}
{{- with .Values.mail.existingSecret }}
{{- $_ := set $given "mail.existingSecret" (dict "name" . "keys" (list "password")) }}
{{- end }}
{{- end }}
{{- with .Values.heartbeat.existingSecret }}
{{- $_ := set $given "heartbeat.existingSecret" (dict "name" . "keys" (list "url")) }}
{{- end }}
{{- toYaml $given }}
{{- end }}

{{/*
Refuses what names a Secret that is not there, or that lacks a key, before anything is installed. Where no cluster can be seen
(helm template, Argo CD) nothing is known and nothing refused. It asks for the list, which Helm itself must be allowed to read.
*/}}
{{- define "watchbill.checkSecrets" -}}
{{- $list := lookup "v1" "Secret" .Release.Namespace "" }}
{{- if hasKey $list "kind" }}
{{- $there := dict }}
{{- range $list.items }}
{{- $_ := set $there .metadata.name (.data | default dict) }}
{{- end }}
{{- range $value, $secret := include "watchbill.givenSecrets" . | fromYaml }}
{{- if not (hasKey $there $secret.name) }}
{{- fail (printf "%s: there is no Secret %s in the namespace %s; make it first, with %s" $value $secret.name $.Release.Namespace (join ", " $secret.keys)) }}
{{- end }}
{{- $data := index $there $secret.name }}
{{- range $key := $secret.keys }}
{{- $text := index $data $key | default "" | b64dec }}
{{- if not $text }}
{{- fail (printf "%s: the Secret %s has nothing under %s" $value $secret.name $key) }}
{{- end }}
{{- if and (eq $value "access.existingSecret") (hasSuffix "-key" $key) (not (regexMatch "^wb_[A-Za-z0-9]{12}_[A-Za-z0-9]{32}$" $text)) }}
{{- fail (printf "%s: %s of the Secret %s is no key; it is wb_, 12 letters or digits, _ and 32 letters or digits" $value $key $secret.name) }}
{{- end }}
{{- if and (eq $key "link-secret") (lt (len $text) 32) }}
{{- fail (printf "%s: link-secret of the Secret %s is shorter than 32 characters" $value $secret.name) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
