# Gives the roles of roles.sql the passwords of the Secret. The image's entrypoint reads this file after roles.sql.
for role in owner incident rotation escalation; do
  name="$(echo "$role" | tr '[:lower:]' '[:upper:]')_PASSWORD"
  psql --username postgres --dbname watchbill --set ON_ERROR_STOP=1 --set password="${!name}" \
    <<<"ALTER ROLE watchbill_$role PASSWORD :'password'"
done
